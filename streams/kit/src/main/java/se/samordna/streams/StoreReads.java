package se.samordna.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    record OfChild(List<KeyValue<Bytes, byte[]>> ofChild, long clock, StoreReads reads, int partition)
            implements Dictionary {
        @Override
        public byte[] schema(long fingerprint) {
            return get(ChildKeys.schema(fingerprint));
        }

        @Override
        public byte[] letterhead(int number) {
            return get(ChildKeys.letterhead(number));
        }

        private byte[] get(Bytes key) {
            return reads.ask(KeyQuery.<Bytes, byte[]>withKey(key), partition, false)
                    .orElseThrow(() -> new IllegalStateException("the store was closed meanwhile"));
        }
    }

    /** The child's entries; empty if this instance has not the partition in that role. */
    Optional<OfChild> child(UUID child, int partition, boolean active) {
        Optional<Long> before = clock(partition, active);
        for (int tries = 1; ; tries++) {
            Optional<List<KeyValue<Bytes, byte[]>>> found =
                    range(ChildKeys.prefix(child), ChildKeys.end(child), partition, active);
            Optional<Long> after = clock(partition, active);
            // What was told of a child belongs to the instant it was told at. A replay may tick on and on meanwhile.
            if (before.equals(after) || tries == TRIES) {
                return found.flatMap(entries -> after.map(at -> new OfChild(entries, at, this, partition)));
            }
            before = after;
        }
    }

    /** The partition's clock, 0 before its first Tick; empty if it could not be asked, which is not the same. */
    private Optional<Long> clock(int partition, boolean active) {
        return range(ChildKeys.CLOCK, ChildKeys.CLOCK, partition, active)
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

    /** What the store holds in a range of a child, at one moment; empty if it could not be asked. */
    private Optional<List<KeyValue<Bytes, byte[]>>> range(Bytes from, Bytes to, int partition, boolean active) {
        return ask(RangeQuery.<Bytes, byte[]>withRange(from, to), partition, active)
                .map(found -> {
                    List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
                    try (KeyValueIterator<Bytes, byte[]> each = found) {
                        each.forEachRemaining(entries::add);
                    }
                    return entries;
                });
    }

    private <R> Optional<R> ask(Query<R> query, int partition, boolean active) {
        StateQueryRequest<R> request =
                StateQueryRequest.inStore(ChildStore.NAME).withQuery(query).withPartitions(Set.of(partition));
        QueryResult<R> result = streams.query(active ? request.requireActive() : request)
                .getPartitionResults()
                .get(partition);
        return result == null || result.isFailure() ? Optional.empty() : Optional.ofNullable(result.getResult());
    }
}
