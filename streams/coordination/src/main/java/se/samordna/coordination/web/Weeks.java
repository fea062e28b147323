package se.samordna.coordination.web;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.Timeline;

/** Attendance as weekly sums of reported days. */
final class Weeks {

    private Weeks() {}

    /**
     * One week.
     *
     * @param monday its first day
     * @param offeredMinutes offered teaching
     * @param absentMinutes valid and invalid absence together
     */
    record Week(LocalDate monday, int offeredMinutes, int absentMinutes) {

        private Week and(Week other) {
            return new Week(monday, offeredMinutes + other.offeredMinutes, absentMinutes + other.absentMinutes);
        }
    }

    static List<Week> of(List<Timeline.Entry> seen) {
        Map<LocalDate, Week> weeks = new TreeMap<>();
        for (Timeline.Entry entry : seen) {
            if (entry.fact().body() instanceof AttendanceReported line && line.isReported()) {
                LocalDate monday = line.date().with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
                Week day = new Week(
                        monday, line.offeredMinutes(), line.validAbsenceMinutes() + line.invalidAbsenceMinutes());
                weeks.merge(monday, day, Week::and);
            }
        }
        return List.copyOf(weeks.values());
    }
}
