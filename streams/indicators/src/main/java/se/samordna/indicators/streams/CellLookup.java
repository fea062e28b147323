package se.samordna.indicators.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Stood;
import se.samordna.streams.Answer;
import se.samordna.streams.Answer.ReadFrom;

/** What was counted of a county, looked up: from the own active task, else from an own standby, else by another instance. */
public final class CellLookup {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int TRIES = 20;
    private static final StreamPartitioner<String, Object> BY_COUNTY =
            (_, county, _, partitions) -> Optional.of(Set.of(CellNames.partition(county, partitions)));

    private final Supplier<Optional<KafkaStreams>> streams;
    private final HostInfo self;
    private final int partitions;

    /**
     * A county's figures at an instant.
     *
     * @param asOf the least over the partitions of their greatest tick; none before each has had one
     * @param stood what its exact cells were when figures were last published
     */
    public record County(Counted counted, Optional<Instant> asOf, Map<CellKey, Stood> stood) {}

    /** @param partitions of the topics by child, whose clocks the cells follow */
    public CellLookup(Supplier<Optional<KafkaStreams>> streams, HostInfo self, int partitions) {
        this.streams = streams;
        this.self = self;
        this.partitions = partitions;
    }

    /** The county's figures; never absent, since a county of which nothing is known has none. */
    public Answer<County> ask(String county) {
        Optional<KafkaStreams> running = streams.get().filter(s -> s.state().isRunningOrRebalancing());
        if (running.isEmpty()) {
            return new Answer.NotReady<>(SOON);
        }
        KeyQueryMetadata where = running.get().queryMetadataForKey(CellStore.NAME, county, BY_COUNTY);
        if (where.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return new Answer.NotReady<>(SOON);
        }
        var reads = new Reads(running.get(), where.partition());
        Optional<County> active = where.activeHost().equals(self) ? reads.county(county, true) : Optional.empty();
        if (active.isPresent()) {
            return new Answer.Found<>(active.get(), ReadFrom.ACTIVE);
        }
        Optional<County> standby = where.standbyHosts().contains(self) ? reads.county(county, false) : Optional.empty();
        return standby.<Answer<County>>map(found -> new Answer.Found<>(found, new ReadFrom(true, reads.lag())))
                .orElseGet(() -> elsewhere(where));
    }

    private Answer<County> elsewhere(KeyQueryMetadata where) {
        return Stream.concat(Stream.of(where.activeHost()), where.standbyHosts().stream())
                .filter(host -> !host.equals(self) && !host.equals(HostInfo.unavailable()))
                .findFirst()
                .<Answer<County>>map(Answer.AskHost::new)
                .orElseGet(() -> new Answer.NotReady<>(SOON));
    }

    /** Reads of one partition of the store while its stream thread writes it. */
    private final class Reads {

        private final KafkaStreams from;
        private final int partition;

        Reads(KafkaStreams from, int partition) {
            this.from = from;
            this.partition = partition;
        }

        /** What reads the same twice was most likely at rest between, so that a move between cells is seen whole. */
        Optional<County> county(String county, boolean active) {
            var before = snapshot(county, active);
            for (int i = 0; i < TRIES; i++) {
                var again = snapshot(county, active);
                if (before.isPresent() && again.isPresent() && again.get().same(before.get())) {
                    return again.map(Snapshot::county);
                }
                before = again;
            }
            return Optional.empty();
        }

        long lag() {
            try {
                Map<Integer, LagInfo> lags = from.allLocalStorePartitionLags().getOrDefault(CellStore.NAME, Map.of());
                return Optional.ofNullable(lags.get(partition))
                        .map(LagInfo::offsetLag)
                        .orElse(0L);
            } catch (StreamsException e) {
                // The broker did not say where the changelog ends: as good as unknown.
                return Long.MAX_VALUE;
            }
        }

        private Optional<Snapshot> snapshot(String county, boolean active) {
            return range(CellSpace.counted(county), active)
                    .flatMap(counted -> range(CellSpace.turned(county), active)
                            .flatMap(turned -> range(CellSpace.measured(county), active)
                                    .flatMap(measured -> range(CellSpace.stood(county), active)
                                            .flatMap(stood -> range(CellSpace.clocks(), active)
                                                    .map(clocks ->
                                                            new Snapshot(counted, turned, measured, stood, clocks))))));
        }

        private Optional<List<KeyValue<Bytes, byte[]>>> range(CellSpace.Range range, boolean active) {
            var store = StoreQueryParameters.fromNameAndType(
                            CellStore.NAME, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                    .withPartition(partition);
            var entries = new ArrayList<KeyValue<Bytes, byte[]>>();
            // Not KafkaStreams.query: on Kafka's heap store (4.3.1) it takes the position's lock and then the store's,
            // and a
            // write the store's and then the position's, so that the two can wait for each other for ever.
            try (KeyValueIterator<Bytes, byte[]> each =
                    from.store(active ? store : store.enableStaleStores()).range(range.from(), range.to())) {
                each.forEachRemaining(entries::add);
            } catch (InvalidStateStoreException | NoSuchElementException e) {
                // It is not here in that role, or an entry went away under the iterator: no reading, and not an empty
                // one.
                return Optional.empty();
            }
            return Optional.of(entries);
        }
    }

    /** One reading of a county. */
    private final class Snapshot {

        private final List<KeyValue<Bytes, byte[]>> counted;
        private final List<KeyValue<Bytes, byte[]>> turned;
        private final List<KeyValue<Bytes, byte[]>> measured;
        private final List<KeyValue<Bytes, byte[]>> stood;
        private final List<KeyValue<Bytes, byte[]>> clocks;

        Snapshot(
                List<KeyValue<Bytes, byte[]>> counted,
                List<KeyValue<Bytes, byte[]>> turned,
                List<KeyValue<Bytes, byte[]>> measured,
                List<KeyValue<Bytes, byte[]>> stood,
                List<KeyValue<Bytes, byte[]>> clocks) {
            this.counted = counted;
            this.turned = turned;
            this.measured = measured;
            this.stood = stood;
            this.clocks = clocks;
        }

        boolean same(Snapshot other) {
            return same(counted, other.counted) && same(turned, other.turned) && same(measured, other.measured);
        }

        County county() {
            return new County(
                    CellStore.read(counted, turned, measured),
                    CellStore.asOf(clocks, partitions),
                    CellStore.stood(stood));
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
}
