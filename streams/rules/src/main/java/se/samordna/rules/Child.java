package se.samordna.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Everything held of one child: each event's copy with the least receivedAt, corrections and retractions among them,
 * attendance packed by week, and the memory of runs. Mutable, for one thread. What it says is a function of the set of
 * events accepted, in whatever order.
 *
 * <p>A store saves it in pieces: {@link #drain} names what changed, {@link #held}, {@link #week} and {@link #runs} give
 * the pieces, the {@code restore} methods take them back, in any order, before anything is accepted.
 */
public final class Child {

    private final UUID childId;
    private final Holdings holdings;
    private final Intake intake;
    private final Kin kin = new Kin(this);
    private boolean restoring;
    private Instant considered = Instant.MIN; // the facts with an event time up to here are no news to the rules
    private Optional<Instant> nextFact = Optional.empty(); // after considered; found when it is asked for

    private Child(UUID childId, Memory memory) {
        this.childId = childId;
        holdings = new Holdings(childId, memory);
        intake = new Intake(memory, holdings);
    }

    public static Child empty(UUID childId, Memory memory) {
        return new Child(childId, memory);
    }

    public UUID childId() {
        return childId;
    }

    /** Takes an event in. {@code now} is the child's clock, which never runs backwards. */
    public Outcome accept(Event event, Instant now) {
        settle();
        Outcome outcome = intake.accept(event, now);
        kin.accepted(event, outcome);
        return outcome;
    }

    /** The copy whose place the last accepted event took, since it was received earlier; empty if it took none's. */
    public Optional<Event> replaced() {
        return intake.replaced();
    }

    /** Forgets attendance that no rule needs any more. {@link Decide} calls it; indicators call it themselves. */
    public void forget(Instant now) {
        settle();
        if (!isMerging() && holdings.attendance().fold(now)) {
            holdings.forgetWhole(now.toEpochMilli());
        }
    }

    /** When to forget at the latest, though no event comes; empty if there is nothing to forget. */
    public Optional<Instant> forgetAt() {
        return isMerging() ? Optional.empty() : attendance().forgetAt();
    }

    /**
     * When the next plain line of a week comes into force by the clock alone; empty if none waits.
     *
     * @param week as {@link #week} gives it
     */
    public static Optional<Instant> nextLine(byte[] week, Instant now) {
        var lines = new AttendanceLog(new UUID(0, 0));
        WeekBytes.read(week, new UUID(0, 0), lines);
        Instant next = new AttendanceRecords(lines, new Standing()).nextLine(now);
        return Optional.of(next).filter(at -> !at.equals(Span.NEVER));
    }

    /** Of a restored child: when it was to be judged again at the latest. What comes into force from then on is news. */
    public void restoreWakeUp(Optional<Instant> wakeUp) {
        considered = wakeUp.map(at -> at.minusMillis(1)).orElse(Instant.MAX);
    }

    /** The facts that have come into force by the clock alone join the changes. */
    void comeIntoForce(Instant now) {
        if (nextFact().compareTo(now) <= 0) {
            standing().between(considered, now, holdings.changes()::cameIntoForce);
        }
    }

    /** The rules have been asked about every fact with an event time up to then. */
    void considered(Instant now) {
        considered = now;
        nextFact = Optional.empty();
    }

    /** The event time of the first fact that the rules have not been asked about, while no fact changes. */
    Instant nextFact() {
        if (nextFact.isEmpty()) {
            nextFact = Optional.of(standing().next(considered));
        }
        return nextFact.get();
    }

    /** What changed since this was last cleared. */
    public Changes changes() {
        return holdings.changes();
    }

    /** What a store has to save since the last call. */
    public Dirty drain() {
        Dirty own = holdings.drain();
        Set<Crossing.Key> crossings = kin.drain();
        return crossings.isEmpty() ? own : new Dirty(own.events(), own.weeks(), own.runs(), crossings);
    }

    /** A held event; empty if it is unknown, forgotten, or a plain line of attendance kept in its week. */
    public Optional<Held> held(UUID eventId) {
        return holdings.copies().get(eventId);
    }

    /** The copy held of any event, plain attendance included. */
    public Optional<Event> find(UUID eventId) {
        return holdings.find(eventId);
    }

    /** A week of attendance as versioned bytes, by number of weeks since Monday 1969-12-29; empty if it holds none. */
    public Optional<byte[]> week(int week) {
        return WeekBytes.write(holdings.attendance().log(), week);
    }

    /** The memory of runs as versioned bytes; empty if there is none. */
    public Optional<byte[]> runs() {
        RunMemory runs = holdings.attendance().memory();
        return runs.isNothing() ? Optional.empty() : Optional.of(RunBytes.write(runs));
    }

    public void restore(Held held) {
        restoring = true;
        holdings.copies().put(held);
    }

    public void restoreWeek(byte[] week) {
        WeekBytes.read(week, childId, holdings.attendance().log());
        holdings.attendance().changed();
    }

    public void restoreRuns(byte[] runs) {
        holdings.attendance().restore(RunBytes.read(runs));
    }

    // What stands is worked out once all copies are back.
    private void settle() {
        if (restoring) {
            restoring = false;
            holdings.standAll();
        }
    }

    Standing standing() {
        settle();
        return holdings.standing();
    }

    Attendance attendance() {
        settle();
        return holdings.attendance();
    }

    /** Whether its attendance is to be reckoned together with another child's: then no line of it is forgotten. */
    boolean isMerging() {
        return standing().merges() || kin.claim().isPresent();
    }

    /** What it has from other children, and itself together with those merged into it. */
    public Kin kin() {
        return kin;
    }

    Holdings holdings() {
        settle();
        return holdings;
    }

    Copies copies() {
        return holdings.copies();
    }

    /** Whether the gate may hold anything of it. */
    boolean isGated() {
        return standing().isGated() || attendance().isGated();
    }

    /** The event time of the first fact that says the child is protected; {@link Span#NEVER} if none does. */
    Instant protectedFrom() {
        Instant byFacts = standing().protectedFrom();
        Instant byLines = attendance().protectedFrom();
        return byFacts.isBefore(byLines) ? byFacts : byLines;
    }

    /** Whether an effective event says that the child is protected (skyddad identitet, OSL 21:3). */
    public boolean isProtected(Instant now) {
        return !protectedFrom().isAfter(now);
    }
}
