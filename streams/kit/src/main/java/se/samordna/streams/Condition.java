package se.samordna.streams;

import java.util.Optional;

/**
 * How a Streams application stands.
 *
 * <pre>
 * WAITING ─▶ REBALANCING ◀─▶ RUNNING ─▶ STOPPED
 *    │            ╰─────────────┴─────▶ FAILED
 *    ╰─▶ REFUSED
 * </pre>
 *
 * @param because what it waits for or why it ended, to be read by an operator
 */
public record Condition(Phase phase, Optional<String> because) {

    /** See the drawing. */
    public enum Phase {
        /** For broker, topics or registry; goes on by itself. */
        WAITING,
        /** The topics do not fit; goes on only after an operator's work and a restart. */
        REFUSED,
        /** Taking over or restoring tasks; some children can be looked up. */
        REBALANCING,
        RUNNING,
        STOPPED,
        /** Too many faults of our own: to be restarted. */
        FAILED
    }

    static Condition of(Phase phase) {
        return new Condition(phase, Optional.empty());
    }

    static Condition of(Phase phase, String because) {
        return new Condition(phase, Optional.of(because));
    }

    /** Whether a restart would not help, or is not needed. */
    public boolean live() {
        return phase != Phase.FAILED && phase != Phase.REFUSED;
    }

    /** Whether it can answer. */
    public boolean ready() {
        return phase == Phase.RUNNING;
    }
}
