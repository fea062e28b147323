package se.samordna.coordination.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topic;

/** One reading of topics from their ends. */
final class Backwards<T> {

    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Scan<T> scan;
    private final long deadline;
    private List<Reel> reels = List.of();

    /** @param consumer of committed records, not assigned */
    Backwards(KafkaConsumer<byte[], byte[]> consumer, Scan<T> scan) {
        this.consumer = consumer;
        this.scan = scan;
        deadline = System.nanoTime() + scan.patience().toNanos();
    }

    /** @throws TimeoutException if not one record could be looked at in time */
    Found.Page<T> read() {
        reels = reels(partitions());
        List<T> rows = new ArrayList<>();
        boolean any = false;
        while (rows.size() < scan.rows() && reels.stream().anyMatch(reel -> !reel.isDone())) {
            if (!filled()) {
                if (!any) {
                    throw new TimeoutException("nothing was read in time");
                }
                return new Found.Page<>(rows, next(), true);
            }
            // A stretch without a record leaves none to take: then that was the last.
            Optional<Reel> newest = reels.stream().filter(Reel::hasHead).max(Comparator.comparing(Reel::stamp));
            newest.flatMap(reel -> scan.reading().apply(reel.take())).ifPresent(rows::add);
            any = true;
        }
        return new Found.Page<>(rows, next(), false);
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        for (Topic topic : scan.topics()) {
            int partitions = consumer.partitionsFor(topic.name()).size();
            scan.child()
                    .ifPresentOrElse(
                            child -> all.add(new TopicPartition(topic.name(), Keys.partition(child, partitions))),
                            () -> {
                                for (int partition = 0; partition < partitions; partition++) {
                                    all.add(new TopicPartition(topic.name(), partition));
                                }
                            });
        }
        return all;
    }

    private List<Reel> reels(List<TopicPartition> partitions) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = begins(partitions, ends);
        return partitions.stream()
                .map(one -> {
                    long end = ends.getOrDefault(one, 0L);
                    // A partition that the cursor does not know is newer than what it is of.
                    long before = scan.before()
                            .map(cursor -> cursor.before().getOrDefault(one.partition(), 0L))
                            .orElse(end);
                    return new Reel(one, begins.getOrDefault(one, 0L), Math.min(before, end), scan.values());
                })
                .toList();
    }

    /**
     * The first record stamped at that time or later lies before all others that are: none that is wanted is before it. The
     * end of a transaction is a record here, too, stamped by the broker's own clock: of what is replayed more is read.
     */
    private Map<TopicPartition, Long> begins(List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begins = new HashMap<>(consumer.beginningOffsets(partitions));
        if (scan.from().isAfter(Instant.EPOCH)) {
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(one -> times.put(one, scan.from().toEpochMilli()));
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
            for (TopicPartition one : partitions) {
                OffsetAndTimestamp first = found.get(one);
                begins.put(one, first == null ? ends.getOrDefault(one, 0L) : first.offset());
            }
        }
        return begins;
    }

    /** Whether each reel has its newest record at hand or none left; not so if the time is up before. */
    private boolean filled() {
        while (true) {
            List<Reel> empty = reels.stream()
                    .filter(reel -> !reel.hasHead() && !reel.isDone())
                    .toList();
            if (empty.isEmpty()) {
                return System.nanoTime() < deadline;
            }
            consumer.assign(empty.stream().map(Reel::partition).toList());
            consumer.resume(consumer.assignment());
            empty.forEach(reel -> reel.seek(consumer));
            if (!turned(new ArrayList<>(empty))) {
                return false;
            }
        }
    }

    private boolean turned(List<Reel> waiting) {
        while (!waiting.isEmpty()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            waiting.forEach(reel -> reel.read(records.records(reel.partition())));
            waiting.removeIf(reel -> {
                boolean whole = reel.turnedIf(consumer.position(reel.partition()));
                if (whole) {
                    consumer.pause(List.of(reel.partition()));
                }
                return whole;
            });
        }
        return true;
    }

    private Optional<Cursor> next() {
        if (reels.stream().allMatch(Reel::isDone)) {
            return Optional.empty();
        }
        TreeMap<Integer, Long> before = new TreeMap<>();
        reels.forEach(reel -> before.put(reel.partition().partition(), reel.taken()));
        return Optional.of(new Cursor(before));
    }
}
