package se.samordna.streams;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import se.samordna.rules.HistoryOf;

/**
 * What is held of a child merged into another, as the other's entry: a version, from the second on the number it came
 * with, then child by child {@link PartBytes}.
 */
final class HistoryBytes {

    private static final byte UNNUMBERED = 1;
    private static final byte NUMBERED = 2;
    private static final int PART = 2 * Long.BYTES + Integer.BYTES;

    private HistoryBytes() {}

    /** @param number 0 if it has none */
    static byte[] write(Map<UUID, byte[]> parts, long number) {
        int size = 1 + (number == 0 ? 0 : Long.BYTES);
        for (byte[] part : parts.values()) {
            size += PART + part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        if (number == 0) {
            out.put(UNNUMBERED);
        } else {
            out.put(NUMBERED).putLong(number);
        }
        parts.forEach((child, part) -> out.putLong(child.getMostSignificantBits())
                .putLong(child.getLeastSignificantBits())
                .putInt(part.length)
                .put(part));
        return out.array();
    }

    /** The number it came with, 0 if it had none. */
    static long number(byte[] entry) {
        return number(ByteBuffer.wrap(entry));
    }

    private static long number(ByteBuffer in) {
        return switch (in.get()) {
            case UNNUMBERED -> 0;
            case NUMBERED -> in.getLong();
            default -> throw new IllegalStateException("a history of a later release");
        };
    }

    static Map<UUID, byte[]> read(byte[] entry) {
        ByteBuffer in = ByteBuffer.wrap(entry);
        number(in);
        Map<UUID, byte[]> parts = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            UUID child = new UUID(in.getLong(), in.getLong());
            byte[] part = new byte[in.getInt()];
            in.get(part);
            parts.put(child, part);
        }
        return parts;
    }

    static HistoryOf history(UUID teller, Map<UUID, byte[]> parts, PartBytes reader) {
        return new HistoryOf(
                teller,
                parts.entrySet().stream()
                        .map(part -> reader.read(part.getKey(), part.getValue()))
                        .toList());
    }
}
