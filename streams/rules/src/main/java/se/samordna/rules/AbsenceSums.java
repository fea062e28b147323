package se.samordna.rules;

import java.time.Instant;

/**
 * Absent and offered minutes by day, as far as days are surely kept.
 *
 * @param wholeFrom the first day whose 28 days are all there, as epoch day
 */
record AbsenceSums(DaySums days, int wholeFrom, AbsenceSettings settings) {

    // Of forgotten days the sums of the last 55 are kept, and a window is of 28.
    private static final int KEPT_WHOLE = 27;

    static AbsenceSums of(Attendance attendance, Instant now) {
        Memory settings = attendance.settings();
        // By the clock alone: when days were in fact forgotten depends on what else happened.
        int wholeFrom = settings.lastForgettableSunday(now.toEpochMilli()) - KEPT_WHOLE;
        return new AbsenceSums(attendance.sums(now), wholeFrom, settings.absence());
    }

    /** Of no forgotten day, whose lines nobody can ask about any more. */
    AbsenceSums ofKeptDays() {
        return new AbsenceSums(days, wholeFrom + 2 * KEPT_WHOLE + 1, settings);
    }

    /** The first day of the first 28 that are all there. */
    int firstDay() {
        return wholeFrom - KEPT_WHOLE;
    }

    AbsenceWindow window() {
        return new AbsenceWindow(days, settings);
    }
}
