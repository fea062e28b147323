package se.samordna.cli.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.intake.Fault;
import se.samordna.kit.intake.Mode;
import se.samordna.kit.intake.Reading;

/**
 * Takes lines one by one, validates them, and hands them on with the clock of the replay: the file's own Ticks, or one
 * at each whole step of the running maximum of {@code receivedAt}. A record's stamp is the last Tick.
 */
public final class Replay {
    private final EventReader reader;
    private final Sink sink;
    private final Refusals refusals;
    private final TickSchedule schedule;
    private boolean ownTicks;
    private long stamp = Long.MIN_VALUE;
    private long published;
    private long refused;

    public Replay(EventReader reader, Sink sink, Refusals refusals, Duration step) {
        this.reader = reader;
        this.sink = sink;
        this.refusals = refusals;
        this.schedule = new TickSchedule(step);
    }

    /** Hears of every fault of every line that was not published. */
    @FunctionalInterface
    public interface Refusals {
        void refused(String file, long line, Fault fault);
    }

    /** A file begins. Lines before its first Tick, if it has one, carry that Tick. */
    public void begin(OptionalLong firstTick) {
        ownTicks = firstTick.isPresent();
        if (ownTicks) {
            stamp = firstTick.getAsLong();
        }
    }

    /** One line of {@code file}, at {@code number}. */
    public void line(byte[] bytes, int length, String file, long number) {
        switch (reader.read(bytes, 0, length, Mode.files())) {
            case Reading.Event event -> {
                received(event.header().getReceivedAt());
                sink.event(event, stamp);
                published++;
            }
            case Reading.Measurement measurement -> {
                sink.measurement(measurement, stamp());
                published++;
            }
            case Reading.Tick tick -> tick(tick.at().toEpochMilli());
            case Reading.Refused wrong -> {
                refused++;
                wrong.faults().forEach(fault -> refusals.refused(file, number, fault));
            }
        }
    }

    private void received(Instant receivedAt) {
        if (!ownTicks) {
            schedule.before(receivedAt.toEpochMilli(), this::tick);
        }
    }

    private void tick(long at) {
        stamp = at;
        sink.tick(Instant.ofEpochMilli(at));
    }

    /** A figure may come before any event, when no Tick was yet: it moves no time, so any old stamp will do. */
    private long stamp() {
        return stamp == Long.MIN_VALUE ? 0 : stamp;
    }

    /** All lines are through: the last Tick, at {@code until} or where the data end; then waits for the broker. */
    public void end(OptionalLong until) {
        if (schedule.begun()) {
            schedule.end(until.orElse(schedule.greatest()), this::tick);
        }
        sink.settle();
    }

    public long published() {
        return published;
    }

    public long refused() {
        return refused;
    }
}
