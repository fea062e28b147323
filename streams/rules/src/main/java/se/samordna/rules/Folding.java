package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** Folds attendance days that may be forgotten into the memory of runs, before the lines go. */
final class Folding {

    // Folding writes the memory and deletes weeks: worth doing for some weeks at a time.
    private static final int BATCH_DAYS = 28;
    private static final int LATEST_BLOCK_DAYS = 112;
    private static final int REACH_BACK = 55;

    private Folding() {}

    /** The memory with the days folded; empty if there is nothing to fold yet. */
    static Optional<RunMemory> fold(Attendance attendance, Instant now) {
        AttendanceLog log = attendance.log();
        if (log.size() > 0 && isFresh(log, attendance.settings(), now.toEpochMilli())) {
            return Optional.empty();
        }
        RunMemory memory = attendance.memory();
        int through = attendance.settings().lastForgettableSunday(now.toEpochMilli());
        if (through <= memory.through() || !isWorthIt(attendance, through)) {
            return Optional.empty();
        }
        through = Math.min(through, lastBeforePending(attendance, now));
        DaySums sums = attendance.sums(now);
        DaySums live = sums.between(memory.through() + 1, Integer.MAX_VALUE);
        int oldest = live.size() > 0 ? live.day(0) : Integer.MAX_VALUE;
        if (through <= memory.through() || through < Math.min(oldest, log.size() > 0 ? log.day(0) : oldest)) {
            return Optional.empty();
        }
        List<Run> runs = RunTracker.runs(
                memory, sums, through, attendance.settings().absence(), d -> attendance.firstRecord(d, now));
        DaySums kept = sums.between(through - REACH_BACK + 1, through);
        return Optional.of(new RunMemory(through, runs, kept, protectedThrough(attendance, through)));
    }

    /** The memory with the days through another child's last folded one, as if they were folded here too. */
    static RunMemory through(Attendance attendance, int through, Instant now) {
        RunMemory memory = attendance.memory();
        if (through <= memory.through()) {
            return memory;
        }
        DaySums sums = attendance.sums(now);
        List<Run> runs = RunTracker.runs(
                memory, sums, through, attendance.settings().absence(), d -> attendance.firstRecord(d, now));
        DaySums kept = sums.between(through - REACH_BACK + 1, through);
        return new RunMemory(through, runs, kept, protectedThrough(attendance, through));
    }

    // Asked after every event: no calendar as long as the oldest line is plainly too young.
    private static boolean isFresh(AttendanceLog log, Memory settings, long nowMs) {
        long days = Math.floorDiv(nowMs, Calendar.DAY_MS) - settings.forget();
        return days - log.day(0) < BATCH_DAYS - 1 && days < log.day(log.size() - 1);
    }

    private static boolean isWorthIt(Attendance attendance, int through) {
        AttendanceLog log = attendance.log();
        if (log.size() == 0) {
            return attendance.standing().has(AttendanceReported.class);
        }
        return through - log.day(0) >= BATCH_DAYS - 1 || log.day(log.size() - 1) <= through;
    }

    // A line whose event time is still to come must find its day when it comes into force.
    private static int lastBeforePending(Attendance attendance, Instant now) {
        int last = Integer.MAX_VALUE;
        AttendanceLog log = attendance.log();
        for (int i = 0; i < log.size(); i++) {
            last = log.occurredMs(i) > now.toEpochMilli() ? Math.min(last, log.day(i) - 1) : last;
        }
        for (Fact<AttendanceReported> f : attendance.standing().after(AttendanceReported.class, now)) {
            last = (int) Math.min(last, f.body().date().toEpochDay() - 1);
        }
        return last;
    }

    private static Instant protectedThrough(Attendance attendance, int through) {
        Instant first = attendance.memory().protectedFrom();
        AttendanceLog log = attendance.log();
        for (int i = 0; log.protects() && i < log.size() && log.day(i) <= through; i++) {
            Instant at = Instant.ofEpochMilli(log.occurredMs(i));
            first = log.origin(i).protects() && at.isBefore(first) ? at : first;
        }
        return first;
    }

    /**
     * When to fold even though no line comes any more. By blocks of days, so that a child at school does not move its
     * wake-up with every line.
     */
    static Instant latest(int newestDay, Memory settings) {
        long block = (Math.floorDiv(newestDay, LATEST_BLOCK_DAYS) + 1L) * LATEST_BLOCK_DAYS + 7;
        return Instant.ofEpochMilli(Calendar.endMs(block) + settings.forget() * Calendar.DAY_MS);
    }
}
