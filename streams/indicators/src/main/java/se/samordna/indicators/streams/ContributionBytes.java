package se.samordna.indicators.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Durations;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Measurement;
import se.samordna.indicators.cells.Stood;
import se.samordna.indicators.cells.Turn;

/**
 * Contributions, figures and measurements as bytes: a version, a kind, and numbers of fixed length. A figure with
 * durations is of version 2: after its two numbers come how many different ones, and of each its days and its times.
 */
final class ContributionBytes {

    private static final byte VERSION = 1;
    private static final byte WITH_DURATIONS = 2;
    private static final byte MOVE = 'C';
    private static final byte TURNED = 'D';
    private static final byte MEASURED = 'M';
    private static final byte CLOCK = 'T';
    private static final byte ACCOUNTED = 'A';
    private static final int FIGURE = 1 + 2 * Long.BYTES;
    private static final int MEASUREMENT = 1 + Integer.BYTES + 2 * Long.BYTES + 2 * (1 + Long.BYTES);

    private ContributionBytes() {}

    static byte[] write(Contribution contribution) {
        return switch (contribution) {
            case Contribution.Move(CellKey _, Figure by) -> kind(MOVE, write(by));
            case Contribution.Turned(Turn _, Figure by) -> kind(TURNED, write(by));
            case Contribution.Measured(Measurement measurement) -> kind(MEASURED, write(measurement));
            case Contribution.Accounted(CellKey _, int partition, long total) ->
                kind(
                        ACCOUNTED,
                        ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                                .putInt(partition)
                                .putLong(total)
                                .array());
            case Contribution.Clock(int partition, Instant at) ->
                kind(
                        CLOCK,
                        ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                                .putInt(partition)
                                .putLong(at.toEpochMilli())
                                .array());
        };
    }

    static Contribution read(byte[] key, byte[] value) {
        byte[] rest = java.util.Arrays.copyOfRange(value, 1, value.length);
        return switch (value[0]) {
            case MOVE -> new Contribution.Move(CellNames.cell(CellNames.text(key)), figure(rest));
            case TURNED -> new Contribution.Turned(CellNames.turn(CellNames.text(key)), figure(rest));
            case MEASURED -> new Contribution.Measured(measurement(CellNames.slot(CellNames.text(key)), rest));
            case ACCOUNTED -> {
                var in = ByteBuffer.wrap(rest);
                yield new Contribution.Accounted(CellNames.cell(CellNames.text(key)), in.getInt(), in.getLong());
            }
            case CLOCK -> {
                var in = ByteBuffer.wrap(rest);
                yield new Contribution.Clock(in.getInt(), Instant.ofEpochMilli(in.getLong()));
            }
            default -> throw new IllegalStateException("a contribution of a later release: " + value[0]);
        };
    }

    static byte[] write(Figure figure) {
        Durations lasted = figure.lasted();
        int[] days = lasted.days().toArray();
        var out = ByteBuffer.allocate(FIGURE + (days.length == 0 ? 0 : Integer.BYTES + days.length * 2 * Integer.BYTES))
                .put(days.length == 0 ? VERSION : WITH_DURATIONS)
                .putLong(figure.num())
                .putLong(figure.den());
        if (days.length > 0) {
            out.putInt(days.length);
            for (int day : days) {
                out.putInt(day).putInt(lasted.times(day));
            }
        }
        return out.array();
    }

    static Figure figure(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION && version != WITH_DURATIONS) {
            throw new IllegalStateException("a figure in version " + version + ", known is " + WITH_DURATIONS);
        }
        var numbers = new Figure(in.getLong(), in.getLong());
        Durations lasted = Durations.NONE;
        for (int left = version == WITH_DURATIONS ? in.getInt() : 0; left > 0; left--) {
            lasted = lasted.plus(in.getInt(), in.getInt());
        }
        return new Figure(numbers.num(), numbers.den(), lasted);
    }

    /** When it changed, 0 if it never did, and then the figure. */
    static byte[] write(Stood stood) {
        byte[] figure = write(stood.figure());
        return ByteBuffer.allocate(Long.BYTES + figure.length)
                .putLong(stood.since().map(Instant::toEpochMilli).orElse(0L))
                .put(figure)
                .array();
    }

    static Stood stood(byte[] bytes) {
        long since = ByteBuffer.wrap(bytes).getLong();
        return new Stood(
                figure(java.util.Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)),
                since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since)));
    }

    static byte[] write(Measurement measurement) {
        var out = ByteBuffer.allocate(MEASUREMENT)
                .put(VERSION)
                .putInt(measurement.revision())
                .putLong(measurement.id().getMostSignificantBits())
                .putLong(measurement.id().getLeastSignificantBits());
        optional(out, measurement.num());
        optional(out, measurement.den());
        return out.array();
    }

    static Measurement measurement(Measurement.Slot slot, byte[] bytes) {
        var in = version(bytes);
        return new Measurement(slot, in.getInt(), new UUID(in.getLong(), in.getLong()), optional(in), optional(in));
    }

    private static byte[] kind(byte kind, byte[] rest) {
        return ByteBuffer.allocate(1 + rest.length).put(kind).put(rest).array();
    }

    private static ByteBuffer version(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException("a measurement in version " + version + ", known is " + VERSION);
        }
        return in;
    }

    private static void optional(ByteBuffer out, OptionalLong number) {
        out.put((byte) (number.isPresent() ? 1 : 0)).putLong(number.orElse(0));
    }

    private static OptionalLong optional(ByteBuffer in) {
        boolean present = in.get() == 1;
        long number = in.getLong();
        return present ? OptionalLong.of(number) : OptionalLong.empty();
    }
}
