package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import se.samordna.rules.RuleId;
import se.samordna.rules.Status;
import se.samordna.schemas.Kommunkod;

/** The alerts of a municipality, from the read model of the alert topics; never by a scan of the children. */
@RestController
@RequestMapping("/api/coordination/v1/alerts")
final class AlertsController {

    private static final int GREATEST_SIZE = 200;
    private static final Set<String> SNOOZED = Set.of("shown", "hidden");
    private static final Set<String> STATUSES = names(Status.values());
    private static final Set<String> RULES = names(RuleId.values());

    private static Set<String> names(Enum<?>[] all) {
        return Stream.of(all).map(Enum::name).collect(Collectors.toSet());
    }

    private final Desk desk;
    private final Snoozed snoozed;

    AlertsController(Desk desk, Snoozed snoozed) {
        this.desk = desk;
        this.snoozed = snoozed;
    }

    /** A page; {@code levels} counts all pages, {@code hidden} what is left out for it is snoozed. */
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
            List<AlertLine> alerts) {}

    /** One alert. */
    record AlertDocument(Instant asOf, boolean standby, List<FeedIndex.Source> sources, AlertLine alert) {}

    @GetMapping
    ResponseEntity<Object> page(
            @RequestParam String municipality,
            @RequestParam(defaultValue = "") Set<String> status,
            @RequestParam(name = "snoozed", defaultValue = "shown") String asleep,
            @RequestParam(name = "rule", defaultValue = "") String wanted,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            HttpServletRequest request) {
        Optional<String> rule = Optional.of(wanted).filter(one -> !one.isEmpty());
        List<String> wrong = new ArrayList<>();
        wrongIf(Kommunkod.of(municipality).isEmpty(), "municipality", wrong);
        wrongIf(!STATUSES.containsAll(status), "status", wrong);
        wrongIf(rule.isPresent() && !RULES.contains(rule.get()), "rule", wrong);
        wrongIf(!SNOOZED.contains(asleep), "snoozed", wrong);
        wrongIf(page < 1, "page", wrong);
        wrongIf(size < 1 || size > GREATEST_SIZE, "size", wrong);
        if (!wrong.isEmpty()) {
            return Problems.badRequest(String.join(", ", wrong)).response();
        }
        return Desk.asAgency(
                request,
                asker -> page(
                        asker,
                        new AlertIndex.Wanted(asker.recipient(), municipality, status, rule, Set.of()),
                        asleep.equals("hidden"),
                        page,
                        size));
    }

    private static void wrongIf(boolean is, String field, List<String> wrong) {
        if (is) {
            wrong.add(field);
        }
    }

    private ResponseEntity<Object> page(Asker asker, AlertIndex.Wanted of, boolean hides, int page, int size) {
        ReadModel read = desk.runtime().readModel();
        if (!read.whole()) {
            return Problems.notReady().response();
        }
        Set<UUID> hidden =
                hides ? snoozed.in(of.municipality(), asker, read.feeds().clock()) : Set.of();
        AlertIndex.Wanted wanted = of.but(hidden);
        AlertIndex.Page found = read.alerts().page(wanted, page, size);
        List<UUID> children = found.lines().stream().map(AlertLine::childId).toList();
        if (!desk.logged(asker, children, "ALERTS")) {
            return Problems.accessLogAway().response();
        }
        Instant now = read.feeds().clock();
        return Desk.ok(new AlertsDocument(
                now,
                false,
                desk.sources(wanted.municipality(), now),
                wanted.municipality(),
                page,
                Math.max(1, (found.total() + size - 1) / size),
                found.total(),
                found.levels(),
                hidden.size(),
                found.lines()));
    }

    @GetMapping("/{alertId}")
    ResponseEntity<Object> alert(@PathVariable UUID alertId, HttpServletRequest request) {
        return Desk.asAgency(request, asker -> alert(asker, alertId));
    }

    private ResponseEntity<Object> alert(Asker asker, UUID alertId) {
        ReadModel read = desk.runtime().readModel();
        if (!read.whole()) {
            return Problems.notReady().response();
        }
        Optional<AlertLine> found = read.alerts().find(asker.recipient(), alertId);
        if (found.isEmpty()) {
            return Problems.unknownAlert().response();
        }
        if (!desk.logged(asker, List.of(found.get().childId()), "ALERT")) {
            return Problems.accessLogAway().response();
        }
        Instant now = read.feeds().clock();
        String municipality =
                found.get() instanceof AlertLine.Full full ? full.municipality().orElse("") : "";
        return Desk.ok(new AlertDocument(now, false, desk.sources(municipality, now), found.get()));
    }
}
