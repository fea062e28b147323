package se.samordna.rules;

import java.time.Instant;
import java.util.Optional;
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

    public static Child empty(UUID childId, Memory memory) {
        throw new UnsupportedOperationException("to come");
    }

    public UUID childId() {
        throw new UnsupportedOperationException("to come");
    }

    /** Takes an event in. {@code now} is the child's clock, which never runs backwards. */
    public Outcome accept(Event event, Instant now) {
        throw new UnsupportedOperationException("to come");
    }

    /** Forgets attendance that no rule needs any more. {@link Decide} calls it; indicators call it themselves. */
    public void forget(Instant now) {
        throw new UnsupportedOperationException("to come");
    }

    public Changes changes() {
        throw new UnsupportedOperationException("to come");
    }

    /** What changed since the last call. */
    public Dirty drain() {
        throw new UnsupportedOperationException("to come");
    }

    /** A held event; empty if it is unknown, forgotten, or a plain line of attendance kept in its week. */
    public Optional<Held> held(UUID eventId) {
        throw new UnsupportedOperationException("to come");
    }

    /** The copy held of any event, plain attendance included. */
    public Optional<Event> find(UUID eventId) {
        throw new UnsupportedOperationException("to come");
    }

    /** A week of attendance as versioned bytes, by number of weeks since Monday 1969-12-29; empty if it holds none. */
    public Optional<byte[]> week(int week) {
        throw new UnsupportedOperationException("to come");
    }

    /** The memory of runs as versioned bytes; empty if there is none. */
    public Optional<byte[]> runs() {
        throw new UnsupportedOperationException("to come");
    }

    public void restore(Held held) {
        throw new UnsupportedOperationException("to come");
    }

    public void restoreWeek(byte[] week) {
        throw new UnsupportedOperationException("to come");
    }

    public void restoreRuns(byte[] runs) {
        throw new UnsupportedOperationException("to come");
    }
}
