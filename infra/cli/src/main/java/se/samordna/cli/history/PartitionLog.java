package se.samordna.cli.history;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Some topics' partitions of one number, merged into one stream as Kafka Streams merges the sources of a task: of the
 * records at hand the one with the least timestamp, each topic's in their order. So the clock's Ticks come between the
 * events they came between.
 *
 * <p>Reads from the beginning through where the log ended when it was opened, only what was committed. For one thread; the
 * consumer stays the caller's to close.
 */
public final class PartitionLog {
    private static final Duration POLL = Duration.ofMillis(500);
    /** A topic this far ahead of the others is not fetched on until they have caught up. */
    private static final int AHEAD = 10_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> buffers = new HashMap<>();
    private final long first;
    private final long last;

    /**
     * @param consumer not yet assigned
     * @param ends the offset before which each partition is read
     */
    public PartitionLog(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.ends = Map.copyOf(ends);
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
        first = sum(beginnings.values());
        last = sum(ends.values());
        ends.keySet().forEach(each -> buffers.put(each, new ArrayDeque<>()));
    }

    /** Where the partitions of that number end now. */
    public static Map<TopicPartition, Long> ends(
            Consumer<byte[], byte[]> consumer, Collection<String> topics, int partition) {
        return consumer.endOffsets(topics.stream()
                .map(topic -> new TopicPartition(topic, partition))
                .toList());
    }

    /** The next record; empty at the end. */
    public Optional<ConsumerRecord<byte[], byte[]>> next() {
        Optional<ConsumerRecord<byte[], byte[]>> next = Optional.empty();
        for (TopicPartition each : ends.keySet()) {
            Deque<ConsumerRecord<byte[], byte[]>> buffer = buffer(each);
            if (buffer.isEmpty() && !through(each)) {
                fetch(each);
            }
            if (!buffer.isEmpty()
                    && (next.isEmpty()
                            || buffer.element().timestamp() < next.get().timestamp())) {
                next = Optional.of(buffer.element());
            }
        }
        next.ifPresent(record ->
                buffer(new TopicPartition(record.topic(), record.partition())).remove());
        return next;
    }

    /** How many offsets there are to read in all. */
    public long total() {
        return Math.max(0, last - first);
    }

    /** How many of them have been given or passed over; for a progress bar. */
    public long done() {
        long position = ends.keySet().stream()
                .mapToLong(each -> Math.min(consumer.position(each), end(each)))
                .sum();
        return position
                - first
                - buffers.values().stream().mapToInt(Deque::size).sum();
    }

    private void fetch(TopicPartition wanted) {
        while (buffer(wanted).isEmpty() && !through(wanted)) {
            List<TopicPartition> enough = new ArrayList<>();
            List<TopicPartition> more = new ArrayList<>();
            for (TopicPartition each : ends.keySet()) {
                (through(each) || buffer(each).size() >= AHEAD ? enough : more).add(each);
            }
            consumer.pause(enough);
            consumer.resume(more);
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition from = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < end(from)) {
                    buffer(from).add(record);
                }
            }
        }
    }

    /** The mark of a transaction is passed over by the position, though it is no record. */
    private boolean through(TopicPartition each) {
        return consumer.position(each) >= end(each);
    }

    private long end(TopicPartition each) {
        return ends.getOrDefault(each, 0L);
    }

    private Deque<ConsumerRecord<byte[], byte[]>> buffer(TopicPartition each) {
        return buffers.computeIfAbsent(each, _ -> new ArrayDeque<>());
    }

    private static long sum(Collection<Long> offsets) {
        return offsets.stream().mapToLong(Long::longValue).sum();
    }
}
