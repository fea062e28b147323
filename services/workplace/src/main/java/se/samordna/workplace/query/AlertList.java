package se.samordna.workplace.query;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One page of the alerts of a municipality, or of all of a county's, in the order to be worked in.
 *
 * @param page from 1
 * @param total of all pages
 * @param levels how many of each level in all pages; empty if the answer does not say
 * @param hidden how many more are left out, being snoozed
 * @param told when each alert of the page was last told anew, by its id
 * @param changed how many in all pages were told after the instant asked about
 * @param answers of the asker's own agency to notices of the page, by their ids
 * @param filed the municipality of each alert of the page, by its id; empty where the list is of one
 */
public record AlertList(
        Freshness freshness,
        List<Alert> alerts,
        int page,
        int pages,
        long total,
        Map<Integer, Long> levels,
        long hidden,
        Map<String, Instant> told,
        long changed,
        Map<String, Acted> answers,
        Map<String, String> filed) {

    /** Whether there is nothing on that page for no other reason than that the list ends before it. */
    public boolean endsBefore(int asked) {
        return alerts.isEmpty() && asked > Math.max(1, pages);
    }

    static AlertList of(Shape answer) {
        List<Alert> alerts = answer.list("alerts").stream().map(Alert::of).toList();
        Map<Integer, Long> levels = new TreeMap<>();
        Shape counts = answer.in("levels");
        for (int level = 1; level <= 3; level++) {
            int each = level;
            counts.number(String.valueOf(level)).ifPresent(count -> levels.put(each, count));
        }
        Shape when = answer.in("told");
        Map<String, Instant> told = new HashMap<>();
        when.scalars().keySet().forEach(id -> when.instant(id).ifPresent(at -> told.put(id, at)));
        Shape given = answer.in("answers");
        Map<String, Acted> answers = new HashMap<>();
        alerts.stream().map(Alert::alertId).filter(given::has).forEach(id -> answers.put(id, Acted.of(given.in(id))));
        Shape where = answer.in("filed");
        Map<String, String> filed = new HashMap<>();
        where.scalars().keySet().forEach(id -> where.text(id).ifPresent(code -> filed.put(id, code)));
        return new AlertList(
                Freshness.of(answer),
                alerts,
                (int) answer.number("page").orElse(1),
                (int) answer.number("pages").orElse(1),
                answer.number("total").orElse(alerts.size()),
                levels,
                answer.number("hidden").orElse(0),
                told,
                answer.number("changed").orElse(0),
                answers,
                filed);
    }
}
