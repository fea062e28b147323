package se.samordna.workplace.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import se.samordna.access.Caller;
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
import se.samordna.workplace.timeline.Window;

/** A child's page: what is to be done, why, and all that the agencies have told of, in time. */
@Controller
final class ChildController {
    /** School days may be forgotten after so long (rules.md, Memory). */
    private static final Duration ATTENDANCE_KEPT = Duration.ofDays(100);

    private final Queries queries;
    private final AlertWords alertWords;
    private final EventRow.Maker eventWords;
    private final FreshnessRow.Maker freshness;
    private final Drawing drawing;
    private final Moments moments;
    private final AsOf.Maker asOf;
    private final Zoom.Maker zooms;

    ChildController(
            Queries queries,
            AlertWords alertWords,
            EventRow.Maker eventWords,
            FreshnessRow.Maker freshness,
            PageWords words,
            Moments moments,
            AsOf.Maker asOf,
            Zoom.Maker zooms) {
        this.queries = queries;
        this.alertWords = alertWords;
        this.eventWords = eventWords;
        this.freshness = freshness;
        this.drawing = new Drawing(Moments.ZONE, words);
        this.moments = moments;
        this.asOf = asOf;
        this.zooms = zooms;
    }

    /**
     * The page.
     *
     * @param weeks and months, of which one may be given: how long a time it is of
     * @param from the first day of that time; empty: the time that ends with now
     * @param asOf a local day, to be shown what was known when it was over; empty: now
     */
    @GetMapping("/children/{childId}")
    ModelAndView child(
            Caller caller,
            @PathVariable String childId,
            @RequestParam(defaultValue = "") String weeks,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(name = "asOf", defaultValue = "") String asked) {
        if (!UuidText.is(childId)) {
            return Trouble.UNKNOWN_CHILD.page();
        }
        Optional<AsOf.Asked> day = AsOf.Asked.of(asked);
        Optional<Window> window = Window.of(weeks, months, from);
        if (window.isEmpty() || day.isEmpty()) {
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
                        timeline -> view(
                                caller,
                                id,
                                known,
                                timeline,
                                asOf.of(day.get(), known.freshness(), window.get()),
                                window.get())));
    }

    private ModelAndView view(
            Caller caller, UUID id, ChildAnswer child, TimelineAnswer timeline, AsOf was, Window wanted) {
        Optional<Instant> asOf = child.freshness().asOf();
        Instant now = asOf.orElseGet(() -> timeline.events().isEmpty()
                ? Instant.EPOCH
                : timeline.events().getLast().occurredAt().orElseThrow());
        Window window = wanted.knownAt(now, Moments.ZONE);
        Map<String, Event> byId = timeline.events().stream()
                .collect(Collectors.toMap(Event::eventId, Function.identity(), (first, same) -> first));

        ModelAndView view = new ModelAndView("child");
        view.addObject("childId", id.toString());
        view.addObject("shortChild", id.toString().substring(0, 8));
        Kommunkod.of(child.municipality()).ifPresent(place -> view.addObject("place", place));
        view.addObject("protectedIdentity", child.protectedIdentity());
        view.addObject("fresh", freshness.of(child.freshness()));
        Function<Alert, AlertRow> row = alert -> alertWords.row(alert, asOf, byId, timeline.actions());
        view.addObject(
                "live", child.alerts().stream().filter(Alert::live).map(row).toList());
        view.addObject(
                "past", Ended.of(child, timeline.actions()).stream().map(row).toList());
        view.addObject(
                "recalled",
                child.told().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> moments.at(one.getValue()))));
        view.addObject(
                "picture",
                drawing.draw(
                        timeline.events(),
                        shown(child.alerts()),
                        child.freshness(),
                        now,
                        window,
                        caller.agency().map(Enum::name).orElse("")));
        events(view, timeline.events(), window, now);
        view.addObject("asOf", was);
        view.addObject(
                "zoom",
                zooms.of(
                        "/children/" + id,
                        Optional.of(was).filter(AsOf::past).map(then -> LocalDate.parse(then.day())),
                        window,
                        now,
                        timeline.events()));
        view.addObject("empty", timeline.events().isEmpty());
        return view;
    }

    private void events(ModelAndView view, List<Event> all, Window window, Instant now) {
        Instant begin = window.begin(now, Moments.ZONE);
        Instant end = window.end(now, Moments.ZONE).orElse(Instant.MAX);
        List<Event> listed = all.stream()
                .filter(event -> !event.type().equals("AttendanceReported"))
                .toList();
        List<Event> until = listed.stream()
                .filter(event -> event.occurredAt().orElseThrow().isBefore(end))
                .toList();
        List<Event> within = until.stream()
                .filter(event -> !event.occurredAt().orElseThrow().isBefore(begin))
                .toList();
        view.addObject("events", within.reversed().stream().map(eventWords::of).toList());
        view.addObject("older", until.size() - within.size());
        view.addObject("newer", listed.size() - until.size());
        List<Attendance> weeks = Attendance.of(all, window.length().byDay()).stream()
                .filter(week -> isWithin(week, begin, end))
                .toList();
        // What is forgotten by then is not to look like a school week without absence.
        view.addObject("forgotten", begin.isBefore(now.minus(ATTENDANCE_KEPT)));
        view.addObject("weeks", weeks.reversed());
        view.addObject("moments", moments);
    }

    /** Whole weeks and days alone: of a part of one its share would say something else. */
    private static boolean isWithin(Attendance week, Instant begin, Instant end) {
        LocalDate first = begin.atZone(Moments.ZONE).toLocalDate();
        return !week.first().isBefore(first)
                && week.first().atStartOfDay(Moments.ZONE).toInstant().isBefore(end);
    }

    /** Live ones first: where there is no room for all, the past gives way. */
    private static List<Alert> shown(List<Alert> alerts) {
        return alerts.stream()
                .sorted((one, other) -> Boolean.compare(other.live(), one.live()))
                .toList();
    }
}
