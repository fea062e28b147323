package se.samordna.streams;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the events of one type from one system have in common: their schema, municipality, agency and source. A few hundred
 * of them serve all events of a partition, so each lies in the store once, under a number that its events carry instead.
 * Written before the first event that carries it, never changed. For one thread.
 */
final class Letterheads {

    /** A sender that names ever new sources fills no memory: beyond this, an event's entry says all of it itself. */
    static final int MOST = 10_000;

    /** In bytes; nor one that names long sources. */
    static final int LONGEST = 256;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Bytes, Integer> numbers = new HashMap<>();
    private final List<byte[]> known = new ArrayList<>();

    /** Reads what is saved; to be made when the store has been restored. */
    Letterheads(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> saved =
                store.range(ChildKeys.letterhead(0), ChildKeys.letterhead(Integer.MAX_VALUE))) {
            while (saved.hasNext()) {
                KeyValue<Bytes, byte[]> one = saved.next();
                remember(one.value);
            }
        }
    }

    /** The number of a letterhead, saved if it is new; none if it is too long or there are too many. */
    OptionalInt number(byte[] letterhead) {
        Integer number = numbers.get(Bytes.wrap(letterhead));
        if (number != null) {
            return OptionalInt.of(number);
        }
        if (known.size() == MOST || letterhead.length > LONGEST) {
            return OptionalInt.empty();
        }
        store.put(ChildKeys.letterhead(known.size()), letterhead);
        remember(letterhead);
        return OptionalInt.of(known.size() - 1);
    }

    byte[] get(int number) {
        return known.get(number);
    }

    private void remember(byte[] letterhead) {
        numbers.put(Bytes.wrap(letterhead), known.size());
        known.add(letterhead);
    }

    /** The fingerprint of the schema that events under a letterhead are written in: it begins with it. */
    static long fingerprint(byte[] letterhead) {
        return ByteBuffer.wrap(letterhead).getLong();
    }
}
