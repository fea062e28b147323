package se.samordna.streams;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * All that a heap store has of one child, by what its keys have after the child's id: its events in one block, the few
 * other entries, which change often, each by itself. Immutable: whoever reads it while the stream thread writes has one
 * state of the child and not parts of two.
 */
final class Entries {

    private static final byte[][] EMPTY = {};

    static final Entries NONE = new Entries(EMPTY, EMPTY, EventBlock.NONE);

    private final byte[][] keys; // in order, unsigned
    private final byte[][] values;
    private final EventBlock events;

    private Entries(byte[][] keys, byte[][] values, EventBlock events) {
        this.keys = keys;
        this.values = values;
        this.events = events;
    }

    boolean isEmpty() {
        return keys.length == 0 && events.isEmpty();
    }

    int size() {
        return keys.length + events.size();
    }

    Optional<byte[]> get(byte[] key) {
        if (isEvent(key)) {
            return events.get(key, 1);
        }
        int at = find(key);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    Entries with(byte[] key, byte[] value) {
        if (isEvent(key)) {
            return new Entries(keys, values, events.with(key, 1, value));
        }
        int at = find(key);
        if (at >= 0) {
            byte[][] changed = values.clone();
            changed[at] = value;
            return new Entries(keys, changed, events);
        }
        return new Entries(inserted(keys, -at - 1, key), inserted(values, -at - 1, value), events);
    }

    Entries without(byte[] key) {
        if (isEvent(key)) {
            return new Entries(keys, values, events.without(key, 1));
        }
        int at = find(key);
        return at < 0 ? this : new Entries(removed(keys, at), removed(values, at), events);
    }

    /** In order of keys. */
    void forEach(BiConsumer<byte[], byte[]> each) {
        int i = 0;
        for (; i < keys.length && keys[i][0] < ChildKeys.EVENT; i++) {
            each.accept(keys[i], values[i]);
        }
        events.forEach((id, entry) -> each.accept(key(id), entry));
        for (; i < keys.length; i++) {
            each.accept(keys[i], values[i]);
        }
    }

    private static boolean isEvent(byte[] key) {
        return key[0] == ChildKeys.EVENT;
    }

    private static byte[] key(byte[] id) {
        byte[] key = new byte[1 + id.length];
        key[0] = ChildKeys.EVENT;
        System.arraycopy(id, 0, key, 1, id.length);
        return key;
    }

    private int find(byte[] key) {
        return Arrays.binarySearch(keys, key, Arrays::compareUnsigned);
    }

    private static byte[][] inserted(byte[][] from, int at, byte[] one) {
        byte[][] to = new byte[from.length + 1][];
        System.arraycopy(from, 0, to, 0, at);
        to[at] = one;
        System.arraycopy(from, at, to, at + 1, from.length - at);
        return to;
    }

    private static byte[][] removed(byte[][] from, int at) {
        byte[][] to = new byte[from.length - 1][];
        System.arraycopy(from, 0, to, 0, at);
        System.arraycopy(from, at + 1, to, at, to.length - at);
        return to;
    }
}
