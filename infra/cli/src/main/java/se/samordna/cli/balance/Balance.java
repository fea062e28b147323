package se.samordna.cli.balance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import se.samordna.cli.dlq.Place;
import se.samordna.cli.history.LogSignals;
import se.samordna.cli.history.PartitionLog;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.rules.Agency;
import se.samordna.rules.Calendar;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Registry;

/**
 * Counts the agencies' events by reading the whole log, one partition after the other, and what became of each by the
 * rules' own intake and gate; then holds the numbers against what coordination says it has accounted for. In no group,
 * writing nothing.
 */
public final class Balance {

    private static final List<String> TOPICS =
            CoordinationTopology.sources().stream().map(Topic::name).toList();

    private final Consumer<byte[], byte[]> consumer;
    private final LogSignals signals;
    private final List<Map<TopicPartition, Long>> ends = new ArrayList<>();
    private final SortedMap<Key, Sums> days = new TreeMap<>();

    private record Key(LocalDate day, Agency agency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : agency.compareTo(other.agency);
        }
    }

    private static final class Sums {
        private long released;
        private long deadLettered;
        private final SortedMap<String, Long> held = new TreeMap<>();

        long accepted() {
            return released
                    + deadLettered
                    + held.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param consumer of committed records, not yet assigned; the caller's to close */
    public Balance(Consumer<byte[], byte[]> consumer, Registry registry) {
        this.consumer = consumer;
        signals = new LogSignals(registry);
        int partitions = consumer.partitionsFor(Topics.CLOCK.name()).size();
        for (int partition = 0; partition < partitions; partition++) {
            ends.add(PartitionLog.ends(consumer, TOPICS, partition));
        }
    }

    /** About how many records there are to read. */
    public long total() {
        return ends.stream()
                .flatMap(partition -> partition.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Reads as far as the log had come when this was made.
     *
     * @param faults where the records lie that coordination put away for a fault of its own
     * @param progress told now and then how much has been read
     */
    public void read(Set<Place> faults, LongConsumer progress) {
        long before = 0;
        for (Map<TopicPartition, Long> partition : ends) {
            PartitionLog log = new PartitionLog(consumer, partition);
            Accepted accepted = new Accepted(faults);
            for (var next = log.next(); next.isPresent(); next = log.next()) {
                ConsumerRecord<byte[], byte[]> record = next.get();
                signals.of(record).ifPresent(signal -> accepted.take(signal, record));
                progress.accept(before + log.done());
            }
            accepted.fates(this::add);
            before += partition.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private void add(Accepted.Fate fate) {
        Sums of = days.computeIfAbsent(new Key(day(fate.receivedAt()), fate.agency()), _ -> new Sums());
        if (Accepted.isReleased(fate.what())) {
            of.released++;
        } else if (Accepted.isFault(fate.what())) {
            of.deadLettered++;
        } else {
            of.held.merge(fate.what(), 1L, Long::sum);
        }
    }

    private static LocalDate day(Instant at) {
        return Calendar.day(at);
    }

    /** What was read, held against coordination's numbers; by day, then agency. */
    public List<Day> against(Receipts receipts) {
        SortedMap<Key, Sums> all = new TreeMap<>(days);
        receipts.totals().keySet().forEach(of -> all.putIfAbsent(new Key(of.day(), of.agency()), new Sums()));
        List<Day> found = new ArrayList<>();
        all.forEach((key, sums) -> {
            long accounted = receipts.totals().getOrDefault(new Receipts.OfDay(key.agency, key.day), 0L);
            if (accounted != 0 || sums.accepted() != 0) {
                found.add(new Day(
                        key.agency,
                        key.day,
                        sums.accepted(),
                        sums.released,
                        sums.held,
                        sums.deadLettered,
                        sums.accepted() - accounted));
            }
        });
        return found;
    }
}
