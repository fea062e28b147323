package se.samordna.streams;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The events of one child in one piece, since an array and a reference for each would cost as much again as what they say.
 * By event id, unsigned: sixteen bytes of it, the length of the entry with seven bits a byte, the entry. Immutable.
 *
 * @param bytes never written to
 */
record EventBlock(byte[] bytes) {

    static final EventBlock NONE = new EventBlock(new byte[0]);

    private static final int ID = 16;

    /** Where an event lies, or would. */
    private record Place(int from, int entry, int to) {
        boolean taken() {
            return from < to;
        }
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /** @param id sixteen bytes from {@code at} on */
    Optional<byte[]> get(byte[] id, int at) {
        Place place = place(id, at);
        return place.taken() ? Optional.of(Arrays.copyOfRange(bytes, place.entry, place.to)) : Optional.empty();
    }

    EventBlock with(byte[] id, int at, byte[] entry) {
        Place place = place(id, at);
        ByteBuffer to = ByteBuffer.allocate(
                        bytes.length - (place.to - place.from) + ID + size(entry.length) + entry.length)
                .put(bytes, 0, place.from)
                .put(id, at, ID);
        int left = entry.length;
        for (; left >= 0x80; left >>>= 7) {
            to.put((byte) (left | 0x80));
        }
        to.put((byte) left).put(entry).put(bytes, place.to, bytes.length - place.to);
        return new EventBlock(to.array());
    }

    EventBlock without(byte[] id, int at) {
        Place place = place(id, at);
        if (!place.taken()) {
            return this;
        }
        return new EventBlock(ByteBuffer.allocate(bytes.length - (place.to - place.from))
                .put(bytes, 0, place.from)
                .put(bytes, place.to, bytes.length - place.to)
                .array());
    }

    /** In order, id and entry. */
    void forEach(BiConsumer<byte[], byte[]> each) {
        for (int from = 0; from < bytes.length; ) {
            Place place = at(from);
            each.accept(Arrays.copyOfRange(bytes, from, from + ID), Arrays.copyOfRange(bytes, place.entry, place.to));
            from = place.to;
        }
    }

    int size() {
        int size = 0;
        for (int from = 0; from < bytes.length; from = at(from).to) {
            size++;
        }
        return size;
    }

    private Place place(byte[] id, int at) {
        int from = 0;
        while (from < bytes.length) {
            Place place = at(from);
            int order = Arrays.compareUnsigned(bytes, from, from + ID, id, at, at + ID);
            if (order == 0) {
                return place;
            }
            if (order > 0) {
                break;
            }
            from = place.to;
        }
        return new Place(from, from, from);
    }

    private Place at(int from) {
        int length = 0;
        int entry = from + ID;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[entry++];
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                return new Place(from, entry, entry + length);
            }
        }
    }

    private static int size(int length) {
        int size = 1;
        for (int left = length; left >= 0x80; left >>>= 7) {
            size++;
        }
        return size;
    }
}
