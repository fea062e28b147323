package se.samordna.streams;

import java.util.Arrays;
import java.util.Optional;

/**
 * All that a heap store has of one child, by what its keys have after the child's id. Immutable: whoever reads it while the
 * stream thread writes has one state of the child and not parts of two.
 */
final class Entries {

    static final Entries NONE = new Entries(new byte[0][], new byte[0][]);

    private final byte[][] keys; // in order, unsigned
    private final byte[][] values;

    private Entries(byte[][] keys, byte[][] values) {
        this.keys = keys;
        this.values = values;
    }

    int size() {
        return keys.length;
    }

    byte[] key(int i) {
        return keys[i];
    }

    byte[] value(int i) {
        return values[i];
    }

    Optional<byte[]> get(byte[] key) {
        int at = find(key);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    Entries with(byte[] key, byte[] value) {
        int at = find(key);
        if (at >= 0) {
            byte[][] changed = values.clone();
            changed[at] = value;
            return new Entries(keys, changed);
        }
        return new Entries(inserted(keys, -at - 1, key), inserted(values, -at - 1, value));
    }

    Entries without(byte[] key) {
        int at = find(key);
        return at < 0 ? this : new Entries(removed(keys, at), removed(values, at));
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
