package se.samordna.cli.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import se.samordna.local.Connections;
import se.samordna.local.StartupProblem;

/** How far the apps are behind what was published, in records, over every topic they read, their own inner ones too. */
final class Lag implements AutoCloseable {
    /** The applications that read events; a consumer group each. */
    static final List<String> GROUPS = List.of("coordination", "indicators");

    private static final Duration LOOK = Duration.ofMillis(500);
    // At most this many trailing records are looked at one by one for being markers of transactions and no data.
    private static final long MARKERS = 64;

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> reader;

    Lag(String bootstrap) {
        this.admin = Admin.create(Connections.admin(bootstrap));
        this.reader = new KafkaConsumer<>(
                Connections.reader(bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Where the apps stand. */
    sealed interface Standing {
        /** So many records are still to be read. */
        record Behind(long records) implements Standing {}

        /** Those apps read nothing now: not started, or between two owners. */
        record Away(Set<String> apps) implements Standing {}
    }

    Standing now() {
        Map<String, KafkaFuture<ConsumerGroupDescription>> groups =
                admin.describeConsumerGroups(GROUPS).describedGroups();
        Set<String> away = new TreeSet<>();
        long behind = 0;
        for (String group : GROUPS) {
            Set<TopicPartition> reads = reads(Objects.requireNonNull(groups.get(group)));
            if (reads.isEmpty()) {
                away.add(group);
            } else {
                behind += behind(group, reads);
            }
        }
        return away.isEmpty() ? new Standing.Behind(behind) : new Standing.Away(away);
    }

    private static Set<TopicPartition> reads(KafkaFuture<ConsumerGroupDescription> group) {
        try {
            return group.get().members().stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Set.of();
            }
            throw new StartupProblem("The broker does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Interrupted", e);
        }
    }

    private long behind(String group, Set<TopicPartition> reads) {
        Map<TopicPartition, OffsetAndMetadata> read =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        reads.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        long sum = 0;
        for (var end : await(admin.listOffsets(latest).all()).entrySet()) {
            OffsetAndMetadata at = read.get(end.getKey());
            long from = at == null ? 0 : at.offset();
            long records = end.getValue().offset() - from;
            sum += records > MARKERS || records <= 0 ? Math.max(0, records) : data(end.getKey(), from, records);
        }
        return sum;
    }

    /** The end of a transaction takes an offset too, and nobody commits past it until the next record comes. */
    private long data(TopicPartition partition, long from, long records) {
        reader.assign(List.of(partition));
        reader.seek(partition, from);
        List<Long> found = new ArrayList<>();
        long end = System.nanoTime() + LOOK.toNanos();
        while (reader.position(partition) < from + records && System.nanoTime() < end) {
            reader.poll(Duration.ofMillis(50)).records(partition).forEach(r -> found.add(r.offset()));
            if (!found.isEmpty()) {
                return records;
            }
        }
        return reader.position(partition) >= from + records ? 0 : records;
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new StartupProblem("The broker does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Interrupted", e);
        }
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
