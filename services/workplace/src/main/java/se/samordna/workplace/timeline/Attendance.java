package se.samordna.workplace.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeMap;
import se.samordna.workplace.query.Event;

/** A school week's minutes. Records the school marks as not reported tell nothing and are left out. */
public record Attendance(LocalDate monday, int offered, int valid, int invalid) {

    /** Percent of what was offered, rounded. */
    public int percentAbsent() {
        return offered == 0 ? 0 : Math.round(100f * (valid + invalid) / offered);
    }

    /** Minutes absent. */
    public int absent() {
        return valid + invalid;
    }

    /** The weeks that have lessons, oldest first. */
    public static List<Attendance> weeks(List<Event> events) {
        TreeMap<LocalDate, Attendance> weeks = new TreeMap<>();
        for (Event event : events) {
            boolean counts = event.type().equals("AttendanceReported")
                    && !event.fact("isReported").equals("false");
            // Without a day it has no place in time.
            if (counts) {
                event.day("date")
                        .map(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                        .ifPresent(monday -> weeks.merge(monday, week(monday, event), Attendance::plus));
            }
        }
        return weeks.values().stream().filter(week -> week.offered > 0).toList();
    }

    private static Attendance week(LocalDate monday, Event event) {
        return new Attendance(
                monday,
                minutes(event, "offeredMinutes"),
                minutes(event, "validAbsenceMinutes"),
                minutes(event, "invalidAbsenceMinutes"));
    }

    private Attendance plus(Attendance other) {
        return new Attendance(monday, offered + other.offered, valid + other.valid, invalid + other.invalid);
    }

    private static int minutes(Event event, String field) {
        String text = event.fact(field);
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
