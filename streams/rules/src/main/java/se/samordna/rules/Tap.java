package se.samordna.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what {@link Sink} wrote. Bytes that it did not write are a bug of ours and end in an exception. */
final class Tap {

    private final ByteBuffer in;

    Tap(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    long number() {
        long zigzag = 0;
        int shift = 0;
        byte b;
        do {
            b = in.get();
            zigzag |= (b & 0x7FL) << shift;
            shift += 7;
        } while (b < 0);
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    int small() {
        return Math.toIntExact(number());
    }

    String text() {
        byte[] utf8 = new byte[small()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    UUID uuid() {
        return new UUID(in.getLong(), in.getLong());
    }

    Instant instant() {
        boolean never = flag();
        long ms = number();
        return never ? Span.NEVER : Instant.ofEpochMilli(ms);
    }

    /** Empty for {@link Span#NEVER}. */
    Optional<Instant> optionalInstant() {
        return Optional.of(instant()).filter(at -> !at.equals(Span.NEVER));
    }

    boolean flag() {
        return number() != 0;
    }

    <E extends Enum<E>> E code(Class<E> type) {
        return type.getEnumConstants()[small()];
    }

    <T> List<T> list(Supplier<T> each) {
        int size = small();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.get());
        }
        return values;
    }

    /** Checks the leading version; enums, fields and forms are only ever added under a new one. */
    void version(int known) {
        if (versionUpTo(known) != known) {
            throw new IllegalStateException("state of an old version without a reader");
        }
    }

    /** The leading version, which may be any from the first to the newest. */
    int versionUpTo(int newest) {
        int version = small();
        if (version < 1 || version > newest) {
            throw new IllegalStateException("state of unknown version " + version);
        }
        return version;
    }
}
