package se.samordna.cli.replay;

import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * When a replay of lines without Ticks moves the clock: at each whole step (hours of UTC, say) of the running maximum of
 * {@code receivedAt}. Instants are epoch milliseconds.
 */
public final class TickSchedule {
    private static final long NONE = Long.MIN_VALUE;

    private final long step;
    private long greatest = NONE;
    private long ticked = NONE;

    /** @param step at least a millisecond */
    public TickSchedule(Duration step) {
        this.step = step.toMillis();
        if (this.step <= 0) {
            throw new IllegalArgumentException("a tick needs a length");
        }
    }

    /**
     * A line received then comes next: gives every Tick that is due before it. The first line begins the clock at the
     * whole step at or before it.
     */
    public void before(long receivedAt, LongConsumer tick) {
        if (receivedAt <= greatest) {
            return;
        }
        long first =
                ticked == NONE ? Math.floorDiv(receivedAt, step) * step : ticked + step - Math.floorMod(ticked, step);
        greatest = receivedAt;
        for (long at = first; at <= receivedAt; at += step) {
            ticked = at;
            tick.accept(at);
        }
    }

    /** All lines are through: gives the last Tick, at {@code until} or the greatest {@code receivedAt}, if it is later. */
    public void end(long until, LongConsumer tick) {
        if (until > ticked) {
            ticked = until;
            tick.accept(until);
        }
    }

    /** The greatest {@code receivedAt} so far. */
    public long greatest() {
        return greatest;
    }

    /** Whether any line came. */
    public boolean begun() {
        return greatest != NONE;
    }

    /** The last Tick given: the stamp of the records after it. */
    public long ticked() {
        return ticked;
    }
}
