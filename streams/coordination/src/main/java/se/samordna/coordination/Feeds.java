package se.samordna.coordination;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * Told at the next tick, or at once where none came for an hour: without live ticks (a run that waits for replays) none may
 * come. For one thread.
 */
final class Feeds {

    /** The store's name. */
    static final String NAME = "feeds";

    private static final long NEVER = Long.MIN_VALUE;
    private static final long SOON = Duration.ofHours(1).toMillis();

    private final KeyValueStore<Bytes, byte[]> store;
    private final int partition;
    private final Map<Source, Long> newest = new HashMap<>();
    private final Map<Source, Long> told = new HashMap<>();
    private final Set<Source> untold = new LinkedHashSet<>();

    private record Source(String municipality, Agency agency) {}

    Feeds(KeyValueStore<Bytes, byte[]> store, int partition) {
        this.store = store;
        this.partition = partition;
    }

    /** @param to given the feed with its key if it is long since it was told */
    void saw(Event event, BiConsumer<byte[], Feed> to) {
        Source source = new Source(event.municipality(), event.agency());
        long received = event.receivedAt().toEpochMilli();
        long before = newest.computeIfAbsent(source, this::stored);
        if (received > before) {
            newest.put(source, received);
            untold.add(source);
            Long last = told.computeIfAbsent(source, this::stored);
            if (last == NEVER || received - last >= SOON) {
                tell(source, to);
                untold.remove(source);
            }
        }
    }

    /** Gives what changed since the last time, with its key. */
    void tell(BiConsumer<byte[], Feed> to) {
        untold.forEach(source -> tell(source, to));
        untold.clear();
    }

    private void tell(Source source, BiConsumer<byte[], Feed> to) {
        long at = newest.getOrDefault(source, 0L);
        Bytes key = key(source);
        store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(at).array());
        told.put(source, at);
        to.accept(key.get(), new Feed(source.municipality, Signals.agency(source.agency), Instant.ofEpochMilli(at)));
    }

    private long stored(Source source) {
        byte[] at = store.get(key(source));
        return at == null ? NEVER : ByteBuffer.wrap(at).getLong();
    }

    private Bytes key(Source source) {
        return Bytes.wrap(Keys.feed(source.municipality, Signals.agency(source.agency), partition)
                .getBytes(StandardCharsets.UTF_8));
    }
}
