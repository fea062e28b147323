package se.samordna.workplace.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.query.Freshness;
import se.samordna.workplace.timeline.Picture.Bar;
import se.samordna.workplace.timeline.Picture.Gap;
import se.samordna.workplace.timeline.Picture.Lane;
import se.samordna.workplace.timeline.Picture.Mark;
import se.samordna.workplace.timeline.Picture.Week;

/** Draws one agency's lane. */
final class LaneDrawing {
    private static final int BAR_STEP = 27;
    private static final int PAD = 12;
    private static final int MARKS = 26;
    private static final int BAND = 34;
    private static final int GAP_WORDS = 18;
    private static final int TOO_CLOSE = 12;
    private static final double LETTER = 6.6;

    private final Span span;
    private final Instant now;
    private final ZoneId zone;
    private final Words words;

    LaneDrawing(Span span, Instant now, ZoneId zone, Words words) {
        this.span = span;
        this.now = now;
        this.zone = zone;
        this.words = words;
    }

    Lane draw(
            String agency,
            int y,
            boolean even,
            List<Event> all,
            List<Attendance> school,
            Optional<Freshness.Source> source,
            Optional<String> note) {
        List<Event> own =
                all.stream().filter(event -> event.agency().equals(agency)).toList();
        Rows rows = new Rows();
        List<Bar> bars = bars(own, y + PAD, rows);
        int marksY = y + PAD + rows.count() * BAR_STEP + MARKS / 2;
        List<Mark> marks = marks(own, marksY);
        int bandY = marksY + MARKS / 2 + 4;
        List<Week> weeks = weeks(school, bandY);
        boolean silent = source.map(Freshness.Source::silent).orElse(false);
        // The words of a gap have a line of their own: nothing else may be hidden behind them.
        int height = bandY
                - y
                + (school.isEmpty() ? 0 : BAND)
                + PAD
                - 4
                + (silent ? GAP_WORDS : 0)
                + (note.isPresent() ? GAP_WORDS : 0);
        return new Lane(
                agency.toLowerCase(Locale.ROOT).replace('_', '-'),
                List.of(words.orCode("agency.", agency).split(" (?=och |and )")),
                y,
                height,
                even,
                bars,
                marks,
                weeks,
                source.filter(Freshness.Source::silent).flatMap(one -> gap(one, y, height)),
                note);
    }

    private List<Bar> bars(List<Event> own, int y, Rows rows) {
        List<Bar> bars = new ArrayList<>();
        for (Underway process : Underway.of(own)) {
            Instant end = process.to().orElse(now);
            if (span.overlaps(process.from(), end.plusSeconds(1))) {
                int x = span.x(process.from());
                int width = Math.max(6, span.x(end) - x);
                String name = words.of("process." + process.kind());
                String title = name + ", " + words.day(process.from()) + " – "
                        + process.to().map(words::day).orElseGet(() -> words.of("child.timeline.ongoing"));
                String label = name.length() * LETTER + 12 < width ? name : "";
                bars.add(new Bar(x, y + rows.place(x, x + width) * BAR_STEP, width, label, title));
            }
        }
        return bars;
    }

    private List<Mark> marks(List<Event> own, int y) {
        List<List<Event>> groups = new ArrayList<>();
        for (Event event : own) {
            Instant at = event.occurredAt().orElseThrow();
            if (event.type().equals("AttendanceReported") || !span.holds(at)) {
                continue;
            }
            boolean joins = !groups.isEmpty() && span.x(at) - x(groups.getLast().getFirst()) < TOO_CLOSE;
            if (joins) {
                groups.getLast().add(event);
            } else {
                groups.add(new ArrayList<>(List.of(event)));
            }
        }
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int room = (i + 1 < groups.size() ? x(groups.get(i + 1).getFirst()) : Span.RIGHT)
                    - x(groups.get(i).getFirst());
            marks.add(mark(groups.get(i), y, room));
        }
        return marks;
    }

    private Mark mark(List<Event> group, int y, int room) {
        String title = group.stream()
                .map(event -> words.day(event.occurredAt().orElseThrow()) + ": " + words.orCode("event.", event.type()))
                .collect(Collectors.joining("\n"));
        String name = words.orCode("event.", group.getFirst().type());
        boolean fits = group.size() == 1 && name.length() * LETTER + 24 < room;
        return new Mark(x(group.getFirst()), y, group.size(), fits ? name : "", title);
    }

    private int x(Event event) {
        return span.x(event.occurredAt().orElseThrow());
    }

    private List<Week> weeks(List<Attendance> school, int y) {
        List<Week> weeks = new ArrayList<>();
        for (Attendance week : school) {
            Instant from = week.first().atStartOfDay(zone).toInstant();
            Instant to = week.first().plusDays(week.days()).atStartOfDay(zone).toInstant();
            if (span.overlaps(from, to)) {
                int x = span.x(from);
                int width = Math.max(1, span.x(to) - x - 1);
                int valid = Math.clamp(Math.round((float) BAND * week.valid() / week.offered()), 0, BAND);
                int invalid = Math.clamp(Math.round((float) BAND * week.invalid() / week.offered()), 0, BAND - valid);
                String title = words.of(week.days() == 1 ? "child.absence.day" : "child.absence.week") + " "
                        + words.day(week.first()) + ": " + week.percentAbsent() + " %";
                weeks.add(new Week(
                        x, y, width, BAND, y + BAND - invalid - valid, valid, y + BAND - invalid, invalid, title));
            }
        }
        return weeks;
    }

    private Optional<Gap> gap(Freshness.Source source, int y, int height) {
        Instant from = source.lastEventAt().orElse(span.from());
        if (!span.overlaps(from, now)) {
            return Optional.empty();
        }
        String text = source.lastEventAt()
                .map(at -> words.of("child.timeline.gap", words.day(at)))
                .orElseGet(() -> words.of("child.timeline.gap.never"));
        int x = span.x(from);
        return Optional.of(new Gap(x, y, Math.max(4, span.x(now) - x), height, text));
    }
}
