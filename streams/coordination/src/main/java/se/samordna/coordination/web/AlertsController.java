package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.running.AlertIndex;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.coordination.running.ReadModel;
import se.samordna.schemas.Kommunkod;

/** The alerts of a municipality, from the read model of the alert topics; never by a scan of the children. */
@RestController
@RequestMapping("/api/coordination/v1/alerts")
final class AlertsController {

    private static final String LIST = "ALERTS";
    private static final String ALERT = "ALERT";
    private static final int GREATEST_SIZE = 200;

    private final Desk desk;
    private final Snoozed snoozed;
    private final Answers answers;

    AlertsController(Desk desk, Snoozed snoozed, Answers answers) {
        this.desk = desk;
        this.snoozed = snoozed;
        this.answers = answers;
    }

    /**
     * A page.
     *
     * @param levels counts all pages
     * @param hidden what is left out for it is snoozed
     * @param told when each alert of the page was last told anew, by its child's clock
     * @param changed how many of all pages were told after {@code since}
     * @param answers of the asker's own agency to notices of the page, by their ids
     */
    record AlertsDocument(
            Instant asOf,
            boolean standby,
            List<FeedIndex.Source> sources,
            String municipality,
            int page,
            int pages,
            int total,
            Map<Integer, Integer> levels,
            int hidden,
            List<AlertLine> alerts,
            Map<UUID, Instant> told,
            int changed,
            Map<UUID, ActionLine> answers) {}

    /**
     * One alert.
     *
     * @param answer of the asker's own agency to a notice
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AlertDocument(
            Instant asOf,
            boolean standby,
            List<FeedIndex.Source> sources,
            AlertLine alert,
            Optional<ActionLine> answer) {}

    @GetMapping
    ResponseEntity<Object> page(
            @RequestParam String municipality,
            @RequestParam(defaultValue = "") Set<String> status,
            @RequestParam(name = "snoozed", defaultValue = "shown") String asleep,
            @RequestParam(defaultValue = "shown") String answered,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "0") int level,
            @RequestParam(defaultValue = "-1") int dueWithin,
            @RequestParam(defaultValue = "shown") String late,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "all") String changed,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            HttpServletRequest request) {
        Narrowed narrowed = new Narrowed(status, rule, level, dueWithin, late, since, changed);
        List<String> wrong = new ArrayList<>();
        Narrowed.wrongIf(Kommunkod.of(municipality).isEmpty(), "municipality", wrong);
        narrowed.judge(wrong);
        Narrowed.wrongIf(!Chosen.WAYS.contains(asleep), "snoozed", wrong);
        Narrowed.wrongIf(!Chosen.WAYS.contains(answered), "answered", wrong);
        Narrowed.wrongIf(page < 1, "page", wrong);
        Narrowed.wrongIf(size < 1 || size > GREATEST_SIZE, "size", wrong);
        if (!wrong.isEmpty()) {
            return Problems.badRequest(String.join(", ", wrong)).response();
        }
        return desk.asAgency(
                request,
                LIST,
                asker -> asker.worksIn(municipality)
                        ? page(asker, municipality, narrowed, asleep, answered, page, size)
                        : desk.log().refused(LookLog.Line.of(asker, "DENIED"), LIST, Problems.otherMunicipality()));
    }

    private ResponseEntity<Object> page(
            Asker asker, String municipality, Narrowed narrowed, String asleep, String answered, int page, int size) {
        ReadModel read = desk.runtime().readModel();
        if (!read.whole()) {
            return Problems.notReady().response();
        }
        Instant now = read.feeds().clock();
        Set<UUID> snoozedOnes = asleep.equals("shown") ? Set.of() : snoozed.in(municipality, asker, now);
        boolean only = asleep.equals("only");
        Chosen chosen = Chosen.ALL
                .with(asleep, snoozedOnes)
                .with(answered, answered.equals("shown") ? Set.of() : answers.in(municipality, asker));
        AlertIndex.Wanted wanted = narrowed.wanted(asker.recipient(), municipality, now, chosen.among(), chosen.but());
        AlertIndex.Page found = read.alerts().page(wanted, page, size, narrowed.after());
        List<UUID> children = found.lines().stream().map(AlertLine::childId).toList();
        if (!desk.log().granted(asker, children, LIST)) {
            return Problems.accessLogAway().response();
        }
        return Desk.ok(new AlertsDocument(
                now,
                false,
                desk.sources(municipality, now),
                municipality,
                page,
                Math.max(1, (found.total() + size - 1) / size),
                found.total(),
                found.levels(),
                only ? 0 : snoozedOnes.size(),
                found.lines(),
                found.told(),
                found.changed(),
                answers.to(found.lines(), asker)));
    }

    @GetMapping("/{alertId}")
    ResponseEntity<Object> alert(@PathVariable UUID alertId, HttpServletRequest request) {
        return desk.asAgency(request, ALERT, asker -> alert(asker, alertId));
    }

    private ResponseEntity<Object> alert(Asker asker, UUID alertId) {
        ReadModel read = desk.runtime().readModel();
        if (!read.whole()) {
            return Problems.notReady().response();
        }
        Optional<AlertIndex.Filed> found = read.alerts().filed(asker.recipient(), alertId);
        if (found.isEmpty()) {
            desk.log().unshown(LookLog.Line.of(asker, "ABSENT"), ALERT, LookLog.NO_CHILD);
            return Problems.unknownAlert().response();
        }
        AlertLine line = found.get().line();
        if (!asker.worksIn(found.get().municipality())) {
            desk.log().unshown(LookLog.Line.of(asker, "DENIED"), ALERT, line.childId());
            return Problems.unknownAlert().response();
        }
        if (!desk.log().granted(asker, List.of(line.childId()), ALERT)) {
            return Problems.accessLogAway().response();
        }
        Instant now = read.feeds().clock();
        String municipality =
                line instanceof AlertLine.Full full ? full.municipality().orElse("") : "";
        // A notice says no municipality, and of none no feed is known: that is not to say that all are silent.
        List<FeedIndex.Source> sources = municipality.isEmpty() ? List.of() : desk.sources(municipality, now);
        return Desk.ok(new AlertDocument(now, false, sources, line, answers.to(line, asker)));
    }
}
