package se.samordna.streams;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The child store on the heap: a hash table of children, each with its few entries in order.
 *
 * <p>Kafka's own heap store is one tree of all keys: every access compares its way through the whole partition, a range
 * copies its keys, and a reader may meet a child between two of its entries. Here a child's entries of one {@link #putAll}
 * appear together. One thread writes, any may read.
 */
final class HeapChildStore implements KeyValueStore<Bytes, byte[]> {

    private static final int ID = 2 * Long.BYTES;

    private final String name;
    private final Map<UUID, Entries> children = new ConcurrentHashMap<>();
    private volatile boolean open;

    private HeapChildStore(String name) {
        this.name = name;
    }

    static KeyValueBytesStoreSupplier named(String name) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new HeapChildStore(name);
            }

            @Override
            public String metricsScope() {
                return "heap";
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, new Restored());
        open = true;
    }

    /** A standby reads what the active wrote, child by child as far as one fetch of it holds a child whole. */
    private final class Restored implements BatchingStateRestoreCallback {
        @Override
        public void restore(byte[] key, byte[] value) {
            put(Bytes.wrap(key), value);
        }

        @Override
        public void restoreAll(Collection<KeyValue<byte[], byte[]>> records) {
            putAll(records.stream()
                    .map(record -> KeyValue.pair(Bytes.wrap(record.key), record.value))
                    .toList());
        }
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return entries(ChildKeys.child(key)).get(suffix(key)).orElse(null);
    }

    private Entries entries(UUID child) {
        return children.getOrDefault(child, Entries.NONE);
    }

    private static byte[] suffix(Bytes key) {
        return Arrays.copyOfRange(key.get(), ID, key.get().length);
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        UUID child = ChildKeys.child(key);
        keep(child, changed(entries(child), key, value));
    }

    private static Entries changed(Entries from, Bytes key, byte @Nullable [] value) {
        return value == null ? from.without(suffix(key)) : from.with(suffix(key), value);
    }

    private void keep(UUID child, Entries entries) {
        if (entries.isEmpty()) {
            children.remove(child);
        } else {
            children.put(child, entries);
        }
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte[] before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    /** Entries of one child that follow each other here are seen together. */
    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> changes) {
        int next = 0;
        while (next < changes.size()) {
            UUID child = ChildKeys.child(changes.get(next).key);
            Entries entries = entries(child);
            for (;
                    next < changes.size()
                            && ChildKeys.child(changes.get(next).key).equals(child);
                    next++) {
                entries = changed(entries, changes.get(next).key, changes.get(next).value);
            }
            keep(child, entries);
        }
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        byte[] before = get(key);
        put(key, null);
        return before;
    }

    /** Of one child: both ends begin with its id. */
    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        UUID child = ChildKeys.child(from);
        if (!child.equals(ChildKeys.child(to))) {
            throw new UnsupportedOperationException("a range over several children");
        }
        return iterator(of(child, entries(child))
                .filter(entry -> entry.key.compareTo(from) >= 0 && entry.key.compareTo(to) <= 0)
                .iterator());
    }

    /** In no order of children. */
    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return iterator(children.entrySet().stream()
                .flatMap(child -> of(child.getKey(), child.getValue()))
                .iterator());
    }

    private static Stream<KeyValue<Bytes, byte[]>> of(UUID child, Entries entries) {
        Stream.Builder<KeyValue<Bytes, byte[]>> each = Stream.builder();
        entries.forEach((suffix, value) -> each.add(KeyValue.pair(key(child, suffix), value)));
        return each.build();
    }

    private static Bytes key(UUID child, byte[] suffix) {
        return Bytes.wrap(ByteBuffer.allocate(ID + suffix.length)
                .putLong(child.getMostSignificantBits())
                .putLong(child.getLeastSignificantBits())
                .put(suffix)
                .array());
    }

    private static KeyValueIterator<Bytes, byte[]> iterator(Iterator<KeyValue<Bytes, byte[]>> entries) {
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public KeyValue<Bytes, byte[]> next() {
                return entries.next();
            }

            @Override
            public Bytes peekNextKey() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
    }

    /** Answers {@link KeyQuery} and {@link RangeQuery} over one child. */
    @Override
    @SuppressWarnings("unchecked") // the result's type is the query's
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        QueryResult<R> answer = switch (query) {
            case KeyQuery<?, ?> one -> QueryResult.forResult((R) get((Bytes) one.getKey()));
            case RangeQuery<?, ?> some ->
                QueryResult.forResult((R) range((Bytes) some.getLowerBound().orElseThrow(), (Bytes)
                        some.getUpperBound().orElseThrow()));
            default -> QueryResult.forUnknownQueryType(query, this);
        };
        // Closed while it was read, it may have looked empty; that is not the same as knowing nothing.
        return open ? answer : QueryResult.forFailure(FailureReason.NOT_PRESENT, name + " is closed");
    }

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    public long approximateNumEntries() {
        return children.values().stream().mapToLong(Entries::size).sum();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        open = false;
        children.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
