package se.samordna.streams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Reads of the stores of one instance, by partition, while its stream threads write them. */
final class StoreReads {

    private static final int TRIES = 20;

    private final KafkaStreams streams;

    StoreReads(KafkaStreams streams) {
        this.streams = streams;
    }

    /** What was read of a child, and the clock of its partition. */
    record Entries(List<KeyValue<Bytes, byte[]>> ofChild, long clock, StoreReads reads, int partition) {
        byte[] schema(long fingerprint) {
            return reads.one(ChildStore.NAME, ChildKeys.schema(fingerprint), partition, false)
                    .orElseThrow();
        }
    }

    /** The child's entries; empty if this instance has not the partition in that role. */
    Optional<Entries> child(UUID child, int partition, boolean active) {
        // The thread that writes may be half-way through the child. What reads the same twice was at rest between.
        Optional<List<KeyValue<Bytes, byte[]>>> before = range(child, partition, active);
        for (int i = 0; i < TRIES; i++) {
            Optional<List<KeyValue<Bytes, byte[]>>> again = range(child, partition, active);
            if (before.isPresent() && again.isPresent() && same(before.get(), again.get())) {
                List<KeyValue<Bytes, byte[]>> entries = again.get();
                return clock(partition, active).map(clock -> new Entries(entries, clock, this, partition));
            }
            before = again;
        }
        return Optional.empty();
    }

    /** The partition's clock, 0 before its first Tick; empty if it could not be asked, which is not the same. */
    private Optional<Long> clock(int partition, boolean active) {
        return range(ChildStore.NAME, ChildKeys.CLOCK, ChildKeys.CLOCK, partition, active)
                .map(found -> found.isEmpty() ? 0L : WakeUps.clock(found.getFirst().value));
    }

    /** Records of the changelog that the partition's copy here is behind by. */
    long lag(int partition) {
        try {
            Map<Integer, LagInfo> lags = streams.allLocalStorePartitionLags().getOrDefault(ChildStore.NAME, Map.of());
            return lags.containsKey(partition) ? lags.get(partition).offsetLag() : 0;
        } catch (StreamsException e) {
            // The broker did not say where the changelog ends: as good as unknown.
            return Long.MAX_VALUE;
        }
    }

    private Optional<List<KeyValue<Bytes, byte[]>>> range(UUID child, int partition, boolean active) {
        return range(ChildStore.NAME, ChildKeys.prefix(child), ChildKeys.end(child), partition, active);
    }

    /** What the store holds in a range; empty if it could not be asked or was changed under the reading. */
    private Optional<List<KeyValue<Bytes, byte[]>>> range(
            String store, Bytes from, Bytes to, int partition, boolean active) {
        RangeQuery<Bytes, byte[]> query = RangeQuery.withRange(from, to);
        Optional<KeyValueIterator<Bytes, byte[]>> found = ask(store, query, partition, active);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> each = found.get()) {
            each.forEachRemaining(entries::add);
        } catch (NoSuchElementException e) {
            // An entry went away under the iterator: no reading, and not an empty one.
            return Optional.empty();
        }
        return Optional.of(entries);
    }

    private Optional<byte[]> one(String store, Bytes key, int partition, boolean active) {
        return ask(store, KeyQuery.<Bytes, byte[]>withKey(key), partition, active);
    }

    private <R> Optional<R> ask(String store, Query<R> query, int partition, boolean active) {
        StateQueryRequest<R> request =
                StateQueryRequest.inStore(store).withQuery(query).withPartitions(Set.of(partition));
        QueryResult<R> result = streams.query(active ? request.requireActive() : request)
                .getPartitionResults()
                .get(partition);
        return result == null || result.isFailure() ? Optional.empty() : Optional.ofNullable(result.getResult());
    }

    private static boolean same(List<KeyValue<Bytes, byte[]>> a, List<KeyValue<Bytes, byte[]>> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).key.equals(b.get(i).key) || !Arrays.equals(a.get(i).value, b.get(i).value)) {
                return false;
            }
        }
        return true;
    }
}
