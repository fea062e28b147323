package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.access.Area;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.running.AlertIndex;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.coordination.running.ReadModel;
import se.samordna.schemas.Kommunkod;

/** The alerts of a municipality or of all of a county's, from the read model of the alert topics; never by a scan of the children. */
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
     * One alert.
     *
     * @param sources as of {@link SourceLine}
     * @param answer of the asker's own agency to a notice
     * @param filed the municipality of a notice's alert, which the notice does not say
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AlertDocument(
            Instant asOf,
            boolean standby,
            List<FeedIndex.Source> sources,
            AlertLine alert,
            Optional<ActionLine> answer,
            Optional<String> filed) {}

    @GetMapping
    ResponseEntity<Object> page(
            @RequestParam(defaultValue = "") String municipality,
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "") Set<String> status,
            @RequestParam(name = "snoozed", defaultValue = "shown") String asleep,
            @RequestParam(defaultValue = "shown") String answered,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "all") String kind,
            @RequestParam(defaultValue = "0") int level,
            @RequestParam(defaultValue = "-1") int dueWithin,
            @RequestParam(defaultValue = "shown") String late,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "all") String changed,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            HttpServletRequest request) {
        Narrowed narrowed = new Narrowed(status, rule, kind, level, dueWithin, late, since, changed);
        List<String> wrong = new ArrayList<>();
        Optional<Area> area = Narrowed.area(municipality, county, wrong);
        narrowed.judge(wrong);
        Narrowed.wrongIf(!Chosen.WAYS.contains(asleep), "snoozed", wrong);
        Narrowed.wrongIf(!Chosen.WAYS.contains(answered), "answered", wrong);
        Narrowed.wrongIf(page < 1, "page", wrong);
        Narrowed.wrongIf(size < 1 || size > GREATEST_SIZE, "size", wrong);
        if (!wrong.isEmpty() || area.isEmpty()) {
            return Problems.badRequest(String.join(", ", wrong)).response();
        }
        return desk.asAgency(
                request,
                LIST,
                asker -> asker.worksIn(area.get())
                        ? page(asker, area.get(), narrowed, asleep, answered, page, size)
                        : desk.log().refused(LookLog.Line.of(asker, "DENIED"), LIST, Problems.otherMunicipality()));
    }

    private ResponseEntity<Object> page(
            Asker asker, Area area, Narrowed narrowed, String asleep, String answered, int page, int size) {
        ReadModel read = desk.runtime().readModel();
        if (!read.whole()) {
            return Problems.notReady().response();
        }
        Instant now = read.feeds().clock();
        Set<UUID> snoozedOnes = asleep.equals("shown") ? Set.of() : snoozed.in(area, asker, now);
        boolean only = asleep.equals("only");
        Chosen chosen = Chosen.ALL
                .with(asleep, snoozedOnes)
                .with(answered, answered.equals("shown") ? Set.of() : answers.in(area, asker));
        AlertIndex.Wanted wanted = narrowed.wanted(asker.recipient(), area, now, chosen.among(), chosen.but());
        AlertIndex.Page found = read.alerts().page(wanted, page, size, narrowed.after(), now);
        List<UUID> children = found.lines().stream().map(AlertLine::childId).toList();
        if (!desk.log().granted(asker, children, LIST)) {
            return Problems.accessLogAway().response();
        }
        return Desk.ok(new AlertsDocument(
                now,
                false,
                desk.sources(asker, area, now),
                area.municipality().map(Kommunkod::code),
                area.county(),
                page,
                Math.max(1, (found.total() + size - 1) / size),
                found.total(),
                found.levels(),
                only ? 0 : snoozedOnes.size(),
                found.lines(),
                found.told(),
                found.changed(),
                answers.to(found.lines(), asker),
                area.county().map(_ -> found.filed())));
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
        List<FeedIndex.Source> sources = municipality.isEmpty() ? List.of() : desk.sources(asker, municipality, now);
        // Whoever has the notice finds it in that municipality's list.
        Optional<String> filed =
                Optional.of(found.get().municipality()).filter(code -> municipality.isEmpty() && !code.isEmpty());
        return Desk.ok(new AlertDocument(now, false, sources, line, answers.to(line, asker), filed));
    }
}
