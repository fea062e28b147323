package se.samordna.rules;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes the state's bytes: numbers as zigzag varints, everything else built on them. */
final class Sink {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    byte[] bytes() {
        return out.toByteArray();
    }

    Sink number(long value) {
        long zigzag = value << 1 ^ value >> 63;
        while ((zigzag & ~0x7FL) != 0) {
            out.write((int) (zigzag & 0x7F | 0x80));
            zigzag >>>= 7;
        }
        out.write((int) zigzag);
        return this;
    }

    Sink text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    Sink uuid(UUID value) {
        fixed(value.getMostSignificantBits());
        fixed(value.getLeastSignificantBits());
        return this;
    }

    private void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }

    /** {@link Span#NEVER} included. */
    Sink instant(Instant value) {
        boolean never = value.equals(Span.NEVER);
        return flag(never).number(never ? 0 : value.toEpochMilli());
    }

    Sink flag(boolean value) {
        return number(value ? 1 : 0);
    }

    Sink code(Enum<?> value) {
        return number(value.ordinal());
    }

    <T> Sink list(List<T> values, Consumer<T> each) {
        number(values.size());
        values.forEach(each);
        return this;
    }
}
