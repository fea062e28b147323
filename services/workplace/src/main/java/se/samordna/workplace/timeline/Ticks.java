package se.samordna.workplace.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import se.samordna.workplace.timeline.Picture.Tick;

/** Divides the axis of time: by months, or where days can be told apart by these. */
final class Ticks {
    private static final int NOW_AT = 30;
    private static final int NOW_ROOM = 95;
    private static final int QUARTER = 3;

    private final Span span;
    private final Instant now;
    private final ZoneId zone;
    private final Words words;

    Ticks(Span span, Instant now, ZoneId zone, Words words) {
        this.span = span;
        this.now = now;
        this.zone = zone;
        this.words = words;
    }

    List<Tick> of(Window.Length length) {
        return switch (length) {
            case TWO_WEEKS ->
                days().map(day -> overDay(day, words.weekday(day))).toList();
            case MONTH ->
                days().map(day -> atLine(day, isMonday(day) ? words.dayOfMonth(day) : ""))
                        .toList();
            case QUARTER, YEAR ->
                months().map(month -> atLine(month, words.month(month))).toList();
            case THREE_YEARS ->
                months().filter(month -> (month.getMonthValue() - 1) % QUARTER == 0)
                        .map(month -> atLine(month, words.month(month)))
                        .toList();
        };
    }

    private Stream<LocalDate> days() {
        return Stream.iterate(first(), this::isDrawn, day -> day.plusDays(1));
    }

    private Stream<LocalDate> months() {
        return Stream.iterate(first().withDayOfMonth(1).plusMonths(1), this::isDrawn, month -> month.plusMonths(1));
    }

    private LocalDate first() {
        return span.from().atZone(zone).toLocalDate();
    }

    private boolean isDrawn(LocalDate day) {
        return start(day).isBefore(span.to());
    }

    private static boolean isMonday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY;
    }

    private Tick atLine(LocalDate day, String text) {
        int x = span.x(start(day));
        return new Tick(x, x, free(x, text));
    }

    private Tick overDay(LocalDate day, String text) {
        int x = span.x(start(day));
        int middle = (x + span.x(start(day.plusDays(1)))) / 2;
        return new Tick(x, middle, free(middle, text));
    }

    /** The clock's own words stand over the line of now; what begins there keeps its line alone. */
    private String free(int x, String text) {
        return !span.holds(now) || Math.abs(x - span.x(now) + NOW_AT) > NOW_ROOM ? text : "";
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
