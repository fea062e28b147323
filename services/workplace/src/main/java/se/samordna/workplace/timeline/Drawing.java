package se.samordna.workplace.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.query.Freshness;
import se.samordna.workplace.timeline.Picture.AlertLane;
import se.samordna.workplace.timeline.Picture.AlertLine;
import se.samordna.workplace.timeline.Picture.Lane;
import se.samordna.workplace.timeline.Picture.Now;

/**
 * <pre>
 *             jan     feb     mar
 * Social      ▐ investigation ▌   ●      ○
 * School      ●   ▂▂▃▅▇▇ absence ▨▨▨▨ silent
 * Region      ▐ BUP ………………………
 * Police          ●
 * Alerts          ────────✕
 * </pre>
 */
public final class Drawing {
    /** The agencies with a lane, from the top. */
    public static final List<String> AGENCIES = List.of("SOCIAL_SERVICES", "SCHOOL", "REGION", "POLICE");

    private static final int TOP = 34;
    private static final int ALERT_ROW = 24;
    private static final int MOST_ALERTS = 14;
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final Duration FAR_AHEAD = Duration.ofDays(60);

    private final ZoneId zone;
    private final Words words;

    /**
     * What draws in one language.
     *
     * @param zone of local days
     */
    public Drawing(ZoneId zone, Words words) {
        this.zone = zone;
        this.words = words;
    }

    /**
     * The picture of a child.
     *
     * @param window the stretch of time it is of
     * @param reader the agency of whoever is to see it
     */
    public Picture draw(
            List<Event> events, List<Alert> alerts, Freshness fresh, Instant now, Window window, String reader) {
        Span span = span(alerts, now, window);
        List<Attendance> school = Attendance.of(events, window.length().byDay());
        var drawing = new LaneDrawing(span, now, zone, words);
        List<Lane> lanes = new ArrayList<>();
        int y = TOP;
        for (String agency : AGENCIES) {
            Optional<Freshness.Source> source = fresh.sources().stream()
                    .filter(one -> one.agency().equals(agency))
                    .findFirst();
            List<Attendance> absence = agency.equals("SCHOOL") ? school : List.of();
            Optional<String> note = Withheld.in(agency, reader, events).map(words::of);
            Lane lane = drawing.draw(agency, y, lanes.size() % 2 == 1, events, absence, source, note);
            lanes.add(lane);
            y += lane.height();
        }
        AlertLane below = alerts(alerts, span, now, y);
        return new Picture(
                Span.RIGHT + 20,
                y + below.height(),
                Optional.of(now)
                        .filter(span::holds)
                        .map(at -> new Now(span.x(at), words.of("child.timeline.now") + " " + words.day(at))),
                new Ticks(span, now, zone, words).of(window.length()),
                lanes,
                below);
    }

    private Span span(List<Alert> alerts, Instant now, Window window) {
        return new Span(
                window.begin(now, zone), window.end(now, zone).orElseGet(() -> asFarAsSomethingIsDue(alerts, now)));
    }

    private static Instant asFarAsSomethingIsDue(List<Alert> alerts, Instant now) {
        Instant latestDue = alerts.stream()
                .filter(Alert::live)
                .flatMap(alert -> alert.dueAt().stream())
                .filter(due -> due.isBefore(now.plus(FAR_AHEAD)))
                .max(Instant::compareTo)
                .orElse(now);
        return Stream.of(now.plus(AHEAD), latestDue.plus(Duration.ofDays(2)))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private AlertLane alerts(List<Alert> alerts, Span span, Instant now, int y) {
        Rows rows = new Rows();
        List<AlertLine> lines = new ArrayList<>();
        int more = 0;
        for (Alert alert : alerts) {
            Optional<Instant> opened = alert.openedAt();
            if (opened.isEmpty() || alert.status().equals("WITHDRAWN")) {
                continue;
            }
            Instant end = alert.live() ? now : alert.resolvedAt().orElse(opened.get());
            if (!span.overlaps(opened.get(), end.plusSeconds(1))) {
                continue;
            }
            if (lines.size() == MOST_ALERTS) {
                more++;
            } else {
                lines.add(line(alert, opened.get(), end, span, y, rows));
            }
        }
        int height = Math.max(1, rows.count()) * ALERT_ROW + 22 + (more > 0 ? ALERT_ROW : 0);
        return new AlertLane(
                y,
                height,
                lines,
                Optional.of(more).filter(some -> some > 0).map(some -> words.of("child.timeline.more", some)));
    }

    private AlertLine line(Alert alert, Instant opened, Instant end, Span span, int y, Rows rows) {
        int from = span.x(opened);
        int to = Math.max(from + 4, span.x(end));
        Optional<Integer> dueX = alert.dueAt().filter(span::holds).map(span::x);
        int due = dueX.orElse(to);
        String when = alert.dueAt()
                .map(at -> ", " + words.of("child.timeline.due", words.due(at)))
                .orElse("");
        String whole = words.orCode("rule.", alert.ruleId()) + when;
        int first = Math.min(from, due);
        int last = Math.max(to, due);
        Label label = Label.beside(first, last, whole, alert.ruleId() + when);
        int row = rows.place(Math.min(first, label.x()), Math.max(last, label.end()));
        return new AlertLine(
                from,
                to,
                dueX,
                y + 20 + row * ALERT_ROW,
                alert.live() ? alert.level() : 0,
                label.x(),
                label.text(),
                whole);
    }
}
