package se.samordna.rules;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** A child's attendance: the plain lines, the standing facts of those held whole, and the memory of what is forgotten. */
final class Attendance {

    private static final Instant NEVER_JUDGED = Instant.ofEpochMilli(Long.MIN_VALUE);

    private final Memory settings;
    private final Standing standing;
    private final Set<Integer> dirtyWeeks = new HashSet<>(2);
    private final AttendanceLog log;
    private final AttendanceRecords records;
    private RunMemory memory = RunMemory.NONE;
    private boolean dirtyMemory;
    private Optional<RunTracker> tracker = Optional.empty(); // has every line in force at trackedTo
    private Instant trackedTo = Instant.MIN;
    private Instant judgedThrough = NEVER_JUDGED; // not known of a child just restored
    private List<Run> judged = List.of();

    Attendance(UUID childId, Memory settings, Standing standing) {
        this.settings = settings;
        this.standing = standing;
        log = new AttendanceLog(childId);
        records = new AttendanceRecords(log, standing);
    }

    AttendanceLog log() {
        return log;
    }

    RunMemory memory() {
        return memory;
    }

    void restore(RunMemory kept) {
        memory = kept;
        changed();
    }

    /** Forgets what it reckoned: a line or a fact of attendance came, went or changed. */
    void changed() {
        tracker = Optional.empty();
    }

    void add(Event e, AttendanceReported a) {
        log.add(e, a);
        dirtyWeeks.add(week((int) a.date().toEpochDay()));
        track(e, a);
    }

    void remove(int i) {
        dirtyWeeks.add(week(log.day(i)));
        log.remove(i, i + 1);
        changed();
    }

    Set<Integer> drainWeeks() {
        Set<Integer> weeks = Set.copyOf(dirtyWeeks);
        dirtyWeeks.clear();
        return weeks;
    }

    boolean drainMemory() {
        boolean dirty = dirtyMemory;
        dirtyMemory = false;
        return dirty;
    }

    /** Weeks since Monday 1969-12-29. */
    static int week(int epochDay) {
        return Math.floorDiv(epochDay + 3, 7);
    }

    List<Run> runs(Instant now) {
        RunTracker tracked = tracker.filter(t -> catchesUp(t, now)).orElseGet(() -> {
            trackedTo = now;
            return new RunTracker(memory, sums(now), settings.absence(), d -> firstRecord(d, trackedTo));
        });
        tracker = Optional.of(tracked);
        return tracked.runs();
    }

    /** Takes in the lines that have come into force since, if all are of the last day or a later one. */
    private boolean catchesUp(RunTracker tracked, Instant now) {
        if (now.isBefore(trackedTo)
                || standing.next(AttendanceReported.class, trackedTo).compareTo(now) <= 0) {
            return false;
        }
        long after = trackedTo.toEpochMilli();
        trackedTo = now;
        for (int i = log.firstAfter(after); i < log.size(); i++) {
            if (log.occurredMs(i) > after && log.occurredMs(i) <= now.toEpochMilli() && !takesIn(tracked, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean takesIn(RunTracker tracked, int i) {
        if (!tracked.isNext(log.day(i))) {
            return false;
        }
        if (log.reported(i) && log.origin(i).of(Agency.SCHOOL)) {
            tracked.add(log.day(i), (long) log.valid(i) + log.invalid(i), log.offered(i));
        }
        return true;
    }

    /** Goes on with what it reckoned if the line is of the last day or a later one; one not in force yet is not in it. */
    private void track(Event e, AttendanceReported a) {
        if (tracker.isEmpty() || e.occurredAt().isAfter(trackedTo)) {
            return; // taken in when it is asked for
        }
        int day = (int) a.date().toEpochDay();
        if (!tracker.get().isNext(day)) {
            changed();
        } else if (a.isReported() && e.agency() == Agency.SCHOOL) {
            tracker.get().add(day, (long) a.validAbsenceMinutes() + a.invalidAbsenceMinutes(), a.offeredMinutes());
        }
    }

    /** Whether a plain line has come into force that the rules have not been asked about. */
    boolean cameIntoForce(Instant now) {
        return log.size() > 0 && records.nextLine(judgedThrough).compareTo(now) <= 0;
    }

    /** The rules have been asked about the lines in force by then. */
    void judged(Instant through) {
        judgedThrough = through;
        judged = runs(through);
    }

    /** Whether the rules would see the runs that they were asked about; they see nothing else of the lines. */
    boolean runsAsJudged(Instant now) {
        return !judgedThrough.equals(NEVER_JUDGED) && runs(now).equals(judged);
    }

    Instant judgedThrough() {
        return judgedThrough;
    }

    /** The memory's sums and those of the lines since. */
    DaySums sums(Instant now) {
        int first = memory.isNothing() ? Integer.MIN_VALUE : memory.through() + 1;
        return records.sums(memory.sums(), first, now);
    }

    /** The school's records of the days from one on. */
    Stream<Fact<?>> records(int first, Instant now) {
        return records.all(first, now);
    }

    Anchor firstRecord(int day, Instant now) {
        return records.first(day, now);
    }

    /** The next later event time of a plain line; {@link Span#NEVER} if there is none. */
    Instant nextLine(Instant now) {
        return records.nextLine(now);
    }

    /** Whether the gate may hold any line or run. */
    boolean isGated() {
        return log.isGated()
                || memory.runs().stream().anyMatch(run -> run.anchor().ground().isConditional());
    }

    /** The first event time of a plain or forgotten line that says the child is protected. */
    Instant protectedFrom() {
        Instant first = memory.protectedFrom();
        if (log.protects()) {
            for (int i = 0; i < log.size(); i++) {
                Instant at = Instant.ofEpochMilli(log.occurredMs(i));
                first = log.origin(i).protects() && at.isBefore(first) ? at : first;
            }
        }
        return first;
    }

    /** Folds the days that may be forgotten; true if it did. */
    boolean fold(Instant now) {
        Optional<RunMemory> folded = Folding.fold(this, now);
        folded.ifPresent(this::forget);
        return folded.isPresent();
    }

    private void forget(RunMemory folded) {
        memory = folded;
        dirtyMemory = true;
        int to = log.indexOf(folded.through() + 1);
        for (int i = 0; i < to; i++) {
            dirtyWeeks.add(week(log.day(i)));
        }
        log.remove(0, to);
        changed();
    }

    /** When to fold at the latest; empty if nothing is held. */
    Optional<Instant> forgetAt() {
        return log.size() == 0 ? Optional.empty() : Optional.of(Folding.latest(log.day(log.size() - 1), settings));
    }

    boolean isClean() {
        return dirtyWeeks.isEmpty() && !dirtyMemory;
    }

    Memory settings() {
        return settings;
    }

    Standing standing() {
        return standing;
    }

    /** A fact held whole that says the child is protected is forgotten too. */
    void rememberProtection(Instant at) {
        if (at.isBefore(memory.protectedFrom())) {
            memory = new RunMemory(memory.through(), memory.runs(), memory.sums(), at);
            dirtyMemory = true;
        }
    }
}
