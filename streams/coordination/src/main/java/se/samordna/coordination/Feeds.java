package se.samordna.coordination;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import se.samordna.platform.Feed;
import se.samordna.rules.Agency;
import se.samordna.rules.Event;
import se.samordna.schemas.Keys;
import se.samordna.streams.Signals;

/**
 * How fresh each agency's feed in each municipality is, as far as this partition has seen: of the feed, never of a child.
 * Told at most once per tick. For one thread.
 */
final class Feeds {

    /** The store's name. */
    static final String NAME = "feeds";

    private final KeyValueStore<Bytes, byte[]> store;
    private final int partition;
    private final Map<Source, Long> newest = new HashMap<>();
    private final Set<Source> untold = new LinkedHashSet<>();

    private record Source(String municipality, Agency agency) {}

    Feeds(KeyValueStore<Bytes, byte[]> store, int partition) {
        this.store = store;
        this.partition = partition;
    }

    void saw(Event event) {
        Source source = new Source(event.municipality(), event.agency());
        long received = event.receivedAt().toEpochMilli();
        long before = newest.computeIfAbsent(source, this::stored);
        if (received > before) {
            newest.put(source, received);
            untold.add(source);
        }
    }

    /** Gives what changed since the last time, with its key. */
    void tell(BiConsumer<byte[], Feed> to) {
        for (Source source : untold) {
            long at = newest.getOrDefault(source, 0L);
            Bytes key = key(source);
            store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(at).array());
            to.accept(
                    key.get(), new Feed(source.municipality, Signals.agency(source.agency), Instant.ofEpochMilli(at)));
        }
        untold.clear();
    }

    private long stored(Source source) {
        byte[] at = store.get(key(source));
        return at == null ? Long.MIN_VALUE : ByteBuffer.wrap(at).getLong();
    }

    private Bytes key(Source source) {
        return Bytes.wrap(Keys.feed(source.municipality, Signals.agency(source.agency), partition)
                .getBytes(StandardCharsets.UTF_8));
    }
}
