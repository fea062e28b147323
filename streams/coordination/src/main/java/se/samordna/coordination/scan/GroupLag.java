package se.samordna.coordination.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far the applications are behind what they read: of each partition the position they last committed, which is at most
 * as old as their commit interval, against its end.
 */
public final class GroupLag {

    private static final long ANSWER_MILLIS = 4_000;
    private static final Duration LOOK = Duration.ofMillis(700);

    private final String bootstrap;
    private final LogReader log;

    public GroupLag(String bootstrap, LogReader log) {
        this.bootstrap = bootstrap;
        this.log = log;
    }

    /**
     * One application's.
     *
     * @param state of its group, in Kafka's word: STABLE, PREPARING_REBALANCE, COMPLETING_REBALANCE, EMPTY or DEAD
     * @param members stream threads in it, of all its instances
     * @param partitions that are read by any of them, by topic
     */
    public record App(String app, String state, int members, List<Partition> partitions) {

        /** All partitions together. */
        public long behind() {
            return partitions.stream().mapToLong(Partition::behind).sum();
        }
    }

    /**
     * One partition.
     *
     * @param position the next offset to be read
     * @param behind offsets up to the end; 0 if there is no record among them, but the end of a transaction alone
     * @param waiting the stamp of the first record that has not been read, where it was seen in time
     */
    public record Partition(
            String topic, int partition, long position, long end, long behind, Optional<Instant> waiting) {}

    /** The applications of these groups, in this order. */
    public Found<App> of(List<String> groups) {
        return log.with(consumer -> {
            try (Admin admin = Admin.create(Map.of(
                    "bootstrap.servers",
                    bootstrap,
                    "request.timeout.ms",
                    (int) ANSWER_MILLIS - 500,
                    "default.api.timeout.ms",
                    (int) ANSWER_MILLIS))) {
                Map<String, KafkaFuture<ConsumerGroupDescription>> described =
                        admin.describeConsumerGroups(groups).describedGroups();
                List<App> apps = new ArrayList<>();
                for (String group : groups) {
                    apps.add(app(group, Objects.requireNonNull(described.get(group)), admin, consumer));
                }
                return new Found.Page<>(apps, Optional.empty(), false);
            }
        });
    }

    private static App app(
            String group,
            KafkaFuture<ConsumerGroupDescription> described,
            Admin admin,
            KafkaConsumer<byte[], byte[]> consumer) {
        Optional<ConsumerGroupDescription> known = known(described);
        if (known.isEmpty()) {
            return new App(group, "DEAD", 0, List.of());
        }
        Map<TopicPartition, OffsetAndMetadata> positions =
                awaited(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Set<TopicPartition> reads = new HashSet<>(positions.keySet());
        known.get().members().forEach(member -> reads.addAll(member.assignment().topicPartitions()));
        consumer.assign(reads);
        Map<TopicPartition, Long> ends = consumer.endOffsets(reads);
        Map<TopicPartition, Long> from = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata at = positions.get(partition);
            long position = at == null ? 0 : at.offset();
            if (position < end) {
                from.put(partition, position);
            }
        });
        Map<TopicPartition, Ahead> ahead = look(from, ends, consumer);
        List<Partition> partitions = new ArrayList<>();
        ends.forEach((partition, end) -> {
            long position = from.getOrDefault(partition, end);
            Ahead seen = ahead.getOrDefault(partition, Ahead.NOTHING);
            partitions.add(new Partition(
                    partition.topic(),
                    partition.partition(),
                    position,
                    end,
                    seen.record || !seen.whole ? end - position : 0,
                    seen.first));
        });
        partitions.sort(Comparator.comparing(Partition::topic).thenComparing(Partition::partition));
        return new App(
                group, known.get().groupState().name(), known.get().members().size(), partitions);
    }

    /**
     * What lies before a position.
     *
     * @param record whether a record was seen
     * @param whole whether all of it was looked at
     */
    private record Ahead(boolean record, boolean whole, Optional<Instant> first) {
        private static final Ahead NOTHING = new Ahead(false, true, Optional.empty());
    }

    /** The end of a transaction takes an offset too, and nobody commits past it until the next record comes. */
    private static Map<TopicPartition, Ahead> look(
            Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer) {
        Map<TopicPartition, Ahead> seen = new HashMap<>();
        Set<TopicPartition> open = new HashSet<>(from.keySet());
        consumer.assign(open);
        consumer.resume(open);
        from.forEach(consumer::seek);
        long until = System.nanoTime() + LOOK.toNanos();
        while (!open.isEmpty() && System.nanoTime() < until) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (open.remove(partition)) {
                    consumer.pause(List.of(partition));
                    seen.put(partition, new Ahead(true, false, Optional.of(Instant.ofEpochMilli(record.timestamp()))));
                }
            }
            open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
        }
        open.forEach(partition -> seen.put(partition, new Ahead(false, false, Optional.empty())));
        return seen;
    }

    private static Optional<ConsumerGroupDescription> known(KafkaFuture<ConsumerGroupDescription> described) {
        try {
            return Optional.of(described.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw new KafkaException(e);
        } catch (TimeoutException e) {
            throw new KafkaException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private static <T> T awaited(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
