package se.samordna.cli.whatif;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.samordna.rules.Agency;
import se.samordna.rules.Alert;
import se.samordna.rules.Calendar;
import se.samordna.rules.Card;
import se.samordna.rules.Rule;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;

/**
 * Adds up what differs between two settings, child by child: alerts by rule, and new alerts by municipality, ISO week and
 * the agency that is to act. Counts alone; nothing of a child stays. An alert is the same under both settings if rule and
 * anchor are; it counts if it opened at {@code from} or later under either.
 */
public final class Comparison {

    private final Instant from;
    private final Map<RuleId, Card> cards;
    private final Map<RuleId, int[]> rules = new TreeMap<>();
    private final Map<Week, int[]> weeks = new TreeMap<>();

    /** Alerts that a municipality's agency gets to act on in a week. */
    private record Week(String municipality, String week, String agency) implements Comparable<Week> {
        @Override
        public int compareTo(Week other) {
            return toString().compareTo(other.toString());
        }
    }

    private static final int BEFORE = 0;
    private static final int AFTER = 1;
    private static final int GAINED = 2;
    private static final int LOST = 3;
    private static final int CHANGED = 4;

    /** @param from alerts opened before do not count */
    public Comparison(Rules inForce, Instant from) {
        this.from = from;
        cards = inForce.all().stream().map(Rule::card).collect(Collectors.toMap(Card::id, Function.identity()));
        inForce.all().forEach(rule -> rules.put(rule.card().id(), new int[5]));
    }

    /** Counts one child's alerts under the settings in force and under the others. */
    public void child(List<Alert> before, List<Alert> after) {
        Map<String, Alert> others = byAnchor(after);
        for (Alert alert : before) {
            count(Optional.of(alert), Optional.ofNullable(others.remove(key(alert))));
        }
        others.values().forEach(alert -> count(Optional.empty(), Optional.of(alert)));
    }

    private void count(Optional<Alert> before, Optional<Alert> after) {
        Optional<Alert> countedBefore = before.filter(this::counts);
        Optional<Alert> countedAfter = after.filter(this::counts);
        countedBefore.ifPresent(alert -> opened(alert, BEFORE));
        countedAfter.ifPresent(alert -> opened(alert, AFTER));
        if (countedBefore.isEmpty() && countedAfter.isEmpty()) {
            return;
        }
        int[] rule = of(before.or(() -> after).orElseThrow().rule());
        rule[GAINED] += before.isEmpty() ? 1 : 0;
        rule[LOST] += after.isEmpty() ? 1 : 0;
        rule[CHANGED] += before.isPresent() && after.isPresent() && differ(before.get(), after.get()) ? 1 : 0;
    }

    private boolean counts(Alert alert) {
        return !alert.openedAt().isBefore(from);
    }

    private static boolean differ(Alert one, Alert other) {
        return !one.openedAt().equals(other.openedAt())
                || !one.dueAt().equals(other.dueAt())
                || !one.resolvedAt().equals(other.resolvedAt())
                || one.level() != other.level()
                || one.status() != other.status();
    }

    private void opened(Alert alert, int side) {
        of(alert.rule())[side]++;
        Card card = Optional.ofNullable(cards.get(alert.rule())).orElseThrow();
        String agency = card.tells().stream()
                .filter(tells -> tells.notice().isEmpty())
                .map(tells -> tells.to().name())
                .findFirst()
                .orElse(Agency.SOCIAL_SERVICES.name());
        weeks.computeIfAbsent(new Week(alert.municipality(), week(alert.openedAt()), agency), _ -> new int[2])[side]++;
    }

    private int[] of(RuleId rule) {
        return rules.computeIfAbsent(rule, _ -> new int[5]);
    }

    private static String week(Instant at) {
        LocalDate day = Calendar.day(at);
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static Map<String, Alert> byAnchor(List<Alert> alerts) {
        Map<String, Alert> byAnchor = new HashMap<>();
        alerts.forEach(alert -> byAnchor.put(key(alert), alert));
        return byAnchor;
    }

    private static String key(Alert alert) {
        return alert.rule() + "|" + alert.anchor();
    }

    /** What has been counted so far. */
    public Report report(Instant asOf) {
        return new Report(
                from,
                asOf,
                rules.entrySet().stream()
                        .map(e -> new Report.OfRule(
                                e.getKey().name(),
                                Optional.ofNullable(cards.get(e.getKey()))
                                        .map(Card::name)
                                        .orElse(""),
                                e.getValue()[BEFORE],
                                e.getValue()[AFTER],
                                e.getValue()[GAINED],
                                e.getValue()[LOST],
                                e.getValue()[CHANGED]))
                        .toList(),
                weeks.entrySet().stream()
                        .filter(e -> e.getValue()[BEFORE] != e.getValue()[AFTER])
                        .map(e -> new Report.Workload(
                                e.getKey().municipality,
                                e.getKey().week,
                                e.getKey().agency,
                                e.getValue()[BEFORE],
                                e.getValue()[AFTER]))
                        .toList());
    }
}
