package se.samordna.workplace.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import se.samordna.workplace.query.Event;

/**
 * The minutes of a school week or day. Records the school marks as not reported tell nothing and are left out.
 *
 * @param first its first day
 * @param days how many it is of
 */
public record Attendance(LocalDate first, int days, int offered, int valid, int invalid) {
    private static final int WEEK = 7;

    /** Percent of what was offered, rounded. */
    public int percentAbsent() {
        return offered == 0 ? 0 : Math.round(100f * (valid + invalid) / offered);
    }

    /** Minutes absent. */
    public int absent() {
        return valid + invalid;
    }

    /** The days or weeks that have lessons, oldest first. */
    public static List<Attendance> of(List<Event> events, boolean byDay) {
        return byDay ? days(events) : weeks(events);
    }

    static List<Attendance> weeks(List<Event> events) {
        return sums(events, day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), WEEK);
    }

    static List<Attendance> days(List<Event> events) {
        return sums(events, UnaryOperator.identity(), 1);
    }

    private static List<Attendance> sums(List<Event> events, UnaryOperator<LocalDate> firstOf, int days) {
        TreeMap<LocalDate, Attendance> sums = new TreeMap<>();
        for (Event event : events) {
            boolean counts = event.type().equals("AttendanceReported")
                    && !event.fact("isReported").equals("false");
            // Without a day it has no place in time.
            if (counts) {
                event.day("date")
                        .map(firstOf)
                        .ifPresent(first -> sums.merge(first, one(first, days, event), Attendance::plus));
            }
        }
        return sums.values().stream().filter(sum -> sum.offered > 0).toList();
    }

    private static Attendance one(LocalDate first, int days, Event event) {
        return new Attendance(
                first,
                days,
                minutes(event, "offeredMinutes"),
                minutes(event, "validAbsenceMinutes"),
                minutes(event, "invalidAbsenceMinutes"));
    }

    private Attendance plus(Attendance other) {
        return new Attendance(first, days, offered + other.offered, valid + other.valid, invalid + other.invalid);
    }

    private static int minutes(Event event, String field) {
        String text = event.fact(field);
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
