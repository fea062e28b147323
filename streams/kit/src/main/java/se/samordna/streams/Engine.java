package se.samordna.streams;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where state lies on an instance; its changelog makes it last in either. */
public enum Engine {
    /** On the heap: several times faster, up to a few million children. Restored from the changelog at every start. */
    HEAP,
    /** In RocksDB under the state directory, for more than memory holds. */
    ROCKSDB;

    private static final String LONGEST = Long.toString(Long.MAX_VALUE);

    /**
     * Streams asks for compaction only; the broker's defaults would keep a gigabyte of old versions of each partition to be
     * restored (segments of 1 GiB), and refuse the old and future times of a replay. A share of old versions below half keeps
     * the cleaner at work all the time.
     */
    public static final Map<String, String> CHANGELOG = Map.of(
            "segment.bytes",
            Integer.toString(64 * 1024 * 1024),
            "min.cleanable.dirty.ratio",
            "0.5",
            "max.compaction.lag.ms",
            Integer.toString(60 * 60 * 1000),
            "message.timestamp.before.max.ms",
            LONGEST,
            "message.timestamp.after.max.ms",
            LONGEST);

    /** The child store: entries by {@link ChildKeys}. */
    public StoreBuilder<KeyValueStore<Bytes, byte[]>> childStore() {
        return builder(
                switch (this) {
                    case HEAP -> HeapChildStore.named(ChildStore.NAME);
                    case ROCKSDB -> Stores.persistentKeyValueStore(ChildStore.NAME);
                });
    }

    /** A store of bytes with its changelog, without Kafka Streams' own cache: ours keeps what is decoded. */
    public StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return builder(
                switch (this) {
                    case HEAP -> Stores.inMemoryKeyValueStore(name);
                    case ROCKSDB -> Stores.persistentKeyValueStore(name);
                });
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(KeyValueBytesStoreSupplier supplier) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }
}
