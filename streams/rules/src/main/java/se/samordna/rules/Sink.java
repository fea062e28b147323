package se.samordna.rules;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes the state's bytes: numbers as zigzag varints, everything else built on them. */
final class Sink {

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Bytes of the longest number. */
    private static final int MOST = 10;

    private byte[] out = new byte[256];
    private int size;

    byte[] bytes() {
        return Arrays.copyOf(out, size);
    }

    Sink number(long value) {
        int at = room(MOST);
        long zigzag = value << 1 ^ value >> 63;
        while ((zigzag & ~0x7FL) != 0) {
            out[at++] = (byte) (zigzag & 0x7F | 0x80);
            zigzag >>>= 7;
        }
        out[at++] = (byte) zigzag;
        size = at;
        return this;
    }

    /** Where to go on writing, with room for so many bytes. */
    private int room(int bytes) {
        if (out.length - size < bytes) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, size + bytes));
        }
        return size;
    }

    Sink text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        int at = room(utf8.length);
        System.arraycopy(utf8, 0, out, at, utf8.length);
        size += utf8.length;
        return this;
    }

    Sink uuid(UUID value) {
        fixed(value.getMostSignificantBits());
        fixed(value.getLeastSignificantBits());
        return this;
    }

    private void fixed(long value) {
        int at = room(Long.BYTES); // which may move the array
        BIG_ENDIAN.set(out, at, value);
        size += Long.BYTES;
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
