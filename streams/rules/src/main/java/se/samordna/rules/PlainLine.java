package se.samordna.rules;

import se.samordna.rules.SchoolFact.AttendanceReported;

/** Which lines of attendance pack: those that correct nothing, whose times lie near their day and minutes are few. */
final class PlainLine {

    /** One received up to a day before its own day (UTC) still packs. */
    static final long EARLY = Calendar.DAY_MS;

    private PlainLine() {}

    static boolean fits(Event e, AttendanceReported a) {
        long midnight = a.date().toEpochDay() * Calendar.DAY_MS;
        long occurredAfter = e.occurredAt().toEpochMilli() - midnight;
        long receivedAfter = e.receivedAt().toEpochMilli() - midnight + EARLY;
        return e.corrects().isEmpty()
                && Math.abs(a.date().getYear()) < 10_000
                && occurredAfter == (int) occurredAfter
                && receivedAfter >= 0
                && receivedAfter >> 32 == 0
                && (a.offeredMinutes() | a.validAbsenceMinutes() | a.invalidAbsenceMinutes()) >> 16 == 0;
    }
}
