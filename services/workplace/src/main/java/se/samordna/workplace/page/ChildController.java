package se.samordna.workplace.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.schemas.Kommunkod;
import se.samordna.schemas.UuidText;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.ChildAnswer;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.query.Queries;
import se.samordna.workplace.query.TimelineAnswer;
import se.samordna.workplace.timeline.Attendance;
import se.samordna.workplace.timeline.Drawing;

/** A child's page: what is to be done, why, and all that the agencies have told of, in time. */
@Controller
final class ChildController {
    static final List<Integer> WINDOWS = List.of(3, 12, 36);

    private final Queries queries;
    private final AlertWords alertWords;
    private final EventRow.Maker eventWords;
    private final FreshnessRow.Maker freshness;
    private final Drawing drawing;
    private final Moments moments;
    private final AsOf.Maker asOf;

    ChildController(
            Queries queries,
            AlertWords alertWords,
            EventRow.Maker eventWords,
            FreshnessRow.Maker freshness,
            PageWords words,
            Moments moments,
            AsOf.Maker asOf) {
        this.queries = queries;
        this.alertWords = alertWords;
        this.eventWords = eventWords;
        this.freshness = freshness;
        this.drawing = new Drawing(Moments.ZONE, words);
        this.moments = moments;
        this.asOf = asOf;
    }

    /**
     * The page.
     *
     * @param months how far back it reaches
     * @param asOf a local day, to be shown what was known when it was over; empty: now
     */
    @GetMapping("/children/{childId}")
    ModelAndView child(
            @PathVariable String childId,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(name = "asOf", defaultValue = "") String asked) {
        if (!UuidText.is(childId)) {
            return Trouble.UNKNOWN_CHILD.page();
        }
        Optional<AsOf.Asked> day = AsOf.Asked.of(asked);
        if (!WINDOWS.contains(months) || day.isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        UUID id = UUID.fromString(childId);
        Optional<Instant> then = day.get().end();
        Answer<ChildAnswer> child = queries.child(id, then);
        return Trouble.or(
                child,
                Trouble.UNKNOWN_CHILD,
                known -> Trouble.or(
                        queries.timeline(id, then),
                        Trouble.UNKNOWN_CHILD,
                        timeline -> view(id, known, timeline, months)
                                .addObject("asOf", asOf.of(day.get(), known.freshness(), months))));
    }

    private ModelAndView view(UUID id, ChildAnswer child, TimelineAnswer timeline, int months) {
        Optional<Instant> asOf = child.freshness().asOf();
        Instant now = asOf.orElseGet(() -> timeline.events().isEmpty()
                ? Instant.EPOCH
                : timeline.events().getLast().occurredAt().orElseThrow());
        Instant since = now.atZone(Moments.ZONE).minusMonths(months).toInstant();
        Map<String, Event> byId = timeline.events().stream()
                .collect(Collectors.toMap(Event::eventId, Function.identity(), (first, same) -> first));

        ModelAndView view = new ModelAndView("child");
        view.addObject("childId", id.toString());
        view.addObject("shortChild", id.toString().substring(0, 8));
        Kommunkod.of(child.municipality()).ifPresent(place -> view.addObject("place", place));
        view.addObject("protectedIdentity", child.protectedIdentity());
        view.addObject("fresh", freshness.of(child.freshness()));
        List<AlertRow> alerts = child.alerts().stream()
                .map(alert -> alertWords.row(alert, asOf, byId, timeline.actions()))
                .toList();
        view.addObject("live", alerts.stream().filter(AlertRow::live).toList());
        view.addObject("past", alerts.stream().filter(one -> !one.live()).toList());
        view.addObject(
                "picture", drawing.draw(timeline.events(), shown(child.alerts()), child.freshness(), now, months));
        events(view, timeline.events(), since);
        view.addObject("months", months);
        view.addObject("windows", WINDOWS);
        view.addObject("empty", timeline.events().isEmpty());
        return view;
    }

    private void events(ModelAndView view, List<Event> all, Instant since) {
        List<Event> listed = all.stream()
                .filter(event -> !event.type().equals("AttendanceReported"))
                .toList();
        List<Event> recent = listed.stream()
                .filter(event -> !event.occurredAt().orElseThrow().isBefore(since))
                .toList();
        view.addObject("events", recent.reversed().stream().map(eventWords::of).toList());
        view.addObject("older", listed.size() - recent.size());
        List<Attendance> weeks = Attendance.weeks(all).stream()
                .filter(week ->
                        !week.monday().isBefore(since.atZone(Moments.ZONE).toLocalDate()))
                .toList();
        view.addObject("weeks", weeks.reversed());
        view.addObject("moments", moments);
    }

    /** Live ones first: where there is no room for all, the past gives way. */
    private static List<Alert> shown(List<Alert> alerts) {
        return alerts.stream()
                .sorted((one, other) -> Boolean.compare(other.live(), one.live()))
                .toList();
    }
}
