package se.samordna.indicators.units;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import se.samordna.indicators.cells.Durations;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.units.ChildSums.Of;
import se.samordna.indicators.units.ChildSums.Pending;
import se.samordna.rules.RuleId;

/**
 * What a child added, as bytes of its head in the child store. The first byte is the version; numbers are of variable
 * length, months the distance to the one before, so that a pupil's year is some sixty bytes. Version 2 adds durations
 * to the series that have any, told by the lowest bit of their length. Version 3 adds alerts; without any, version 2 is
 * written as before.
 */
public final class ChildSumsBytes {

    private static final int VERSION = 3;

    private ChildSumsBytes() {}

    public static byte[] write(ChildSums sums) {
        var bytes = new ByteArrayOutputStream(96);
        try (var out = new DataOutputStream(bytes)) {
            boolean alerts = !sums.alerts().isEmpty();
            out.writeByte(alerts ? VERSION : VERSION - 1);
            number(out, sums.forgotThrough());
            number(out, sums.told().size());
            for (var told : sums.told().entrySet()) {
                out.writeUTF(told.getKey().indicator());
                out.writeUTF(told.getKey().municipality());
                series(out, told.getValue());
            }
            number(out, sums.forgotten().size());
            for (var forgotten : sums.forgotten().entrySet()) {
                out.writeUTF(forgotten.getKey());
                series(out, forgotten.getValue());
            }
            number(out, sums.nextUnit().size());
            for (var next : sums.nextUnit().entrySet()) {
                out.writeUTF(next.getKey());
                number(out, next.getValue().toEpochMilli());
            }
            number(out, sums.pending().size());
            for (Pending pending : sums.pending()) {
                number(out, pending.at().toEpochMilli());
                number(out, pending.day());
            }
            if (alerts) {
                alerts(out, sums.alerts());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array does not fail
        }
        return bytes.toByteArray();
    }

    public static ChildSums read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version < 1 || version > VERSION) {
                throw new IllegalStateException("sums of a child in version " + version + ", known is " + VERSION);
            }
            int forgotThrough = Math.toIntExact(number(in));
            var told = new TreeMap<Of, Series>();
            for (long left = number(in); left > 0; left--) {
                told.put(new Of(in.readUTF(), in.readUTF()), series(in, version));
            }
            SortedMap<String, Series> forgotten = new TreeMap<>();
            for (long left = number(in); left > 0; left--) {
                forgotten.put(in.readUTF(), series(in, version));
            }
            var next = new TreeMap<String, Instant>();
            for (long left = number(in); left > 0; left--) {
                next.put(in.readUTF(), Instant.ofEpochMilli(number(in)));
            }
            var pending = new TreeSet<Pending>();
            for (long left = number(in); left > 0; left--) {
                pending.add(new Pending(Instant.ofEpochMilli(number(in)), Math.toIntExact(number(in))));
            }
            return new ChildSums(
                    told, forgotten, forgotThrough, next, pending, version > 2 ? alerts(in) : new TreeMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void alerts(DataOutputStream out, SortedMap<UUID, DueAlert> alerts) throws IOException {
        number(out, alerts.size());
        for (var entry : alerts.entrySet()) {
            DueAlert alert = entry.getValue();
            out.writeLong(entry.getKey().getMostSignificantBits());
            out.writeLong(entry.getKey().getLeastSignificantBits());
            number(out, alert.rule().ordinal() * 2L + (alert.inTime() ? 1 : 0));
            out.writeUTF(alert.municipality());
            number(out, alert.dueAt().toEpochMilli());
        }
    }

    private static SortedMap<UUID, DueAlert> alerts(DataInputStream in) throws IOException {
        var alerts = new TreeMap<UUID, DueAlert>();
        for (long left = number(in); left > 0; left--) {
            UUID id = new UUID(in.readLong(), in.readLong());
            int rule = Math.toIntExact(number(in));
            alerts.put(
                    id,
                    new DueAlert(
                            RuleId.values()[rule >> 1],
                            in.readUTF(),
                            Instant.ofEpochMilli(number(in)),
                            (rule & 1) == 1));
        }
        return alerts;
    }

    /** What goes with a child's history of the days whose lines it no longer holds, in the same form. */
    public static Optional<byte[]> forgotten(ChildSums sums) {
        return sums.forgotten().isEmpty()
                ? Optional.empty()
                : Optional.of(write(ChildSums.NONE.withForgotten(sums.forgotten(), 0)));
    }

    static SortedMap<String, Series> forgotten(byte[] bytes) {
        return read(bytes).forgotten();
    }

    private static void series(DataOutputStream out, Series series) throws IOException {
        int[] slots = series.slots().toArray();
        boolean durations = series.hasDurations();
        number(out, slots.length * 2L + (durations ? 1 : 0));
        int before = 0;
        for (int slot : slots) {
            Figure figure = series.at(slot);
            number(out, slot - before);
            number(out, figure.num());
            number(out, figure.den());
            if (durations) {
                durations(out, figure.lasted());
            }
            before = slot;
        }
    }

    private static void durations(DataOutputStream out, Durations lasted) throws IOException {
        int[] days = lasted.days().toArray();
        number(out, days.length);
        for (int day : days) {
            number(out, day);
            number(out, lasted.times(day));
        }
    }

    private static Series series(DataInputStream in, int version) throws IOException {
        Series series = Series.EMPTY;
        long length = number(in);
        boolean durations = version > 1 && (length & 1) == 1;
        int slot = 0;
        for (long left = version > 1 ? length >> 1 : length; left > 0; left--) {
            slot += Math.toIntExact(number(in));
            var numbers = new Figure(number(in), number(in));
            Durations lasted = durations ? durations(in) : Durations.NONE;
            series = series.with(slot, new Figure(numbers.num(), numbers.den(), lasted));
        }
        return series;
    }

    private static Durations durations(DataInputStream in) throws IOException {
        Durations lasted = Durations.NONE;
        for (long left = number(in); left > 0; left--) {
            lasted = lasted.plus(Math.toIntExact(number(in)), Math.toIntExact(number(in)));
        }
        return lasted;
    }

    /** Seven bits a byte, the sign in the lowest. */
    private static void number(DataOutputStream out, long value) throws IOException {
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            out.writeByte((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    private static long number(DataInputStream in) throws IOException {
        long value = 0;
        int shift = 0;
        byte part;
        do {
            part = in.readByte();
            value |= (long) (part & 0x7F) << shift;
            shift += 7;
        } while (part < 0);
        return (value >>> 1) ^ -(value & 1);
    }
}
