package se.samordna.streams;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import se.samordna.rules.HistoryOf;

/** What is held of a child merged into another, as the other's entry: a version, then child by child {@link PartBytes}. */
final class HistoryBytes {

    private static final byte VERSION = 1;
    private static final int PART = 2 * Long.BYTES + Integer.BYTES;

    private HistoryBytes() {}

    static byte[] write(Map<UUID, byte[]> parts) {
        int size = 1;
        for (byte[] part : parts.values()) {
            size += PART + part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(VERSION);
        parts.forEach((child, part) -> out.putLong(child.getMostSignificantBits())
                .putLong(child.getLeastSignificantBits())
                .putInt(part.length)
                .put(part));
        return out.array();
    }

    static Map<UUID, byte[]> read(byte[] entry) {
        ByteBuffer in = ByteBuffer.wrap(entry);
        if (in.get() != VERSION) {
            throw new IllegalStateException("a history of a later release");
        }
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
