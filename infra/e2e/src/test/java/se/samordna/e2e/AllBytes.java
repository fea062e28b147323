package se.samordna.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every byte a broker holds: all topics, internal ones too, committed or not. */
final class AllBytes {
    private AllBytes() {}

    /** Reads them all; returns how many. */
    static long read(String bootstrap, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return of(
                    bootstrap,
                    List.copyOf(admin.listTopics(new ListTopicsOptions().listInternal(true))
                            .names()
                            .get()),
                    reader);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The records of those topics. */
    static long of(String bootstrap, List<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "exclude.internal.topics", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long count = 0;
            while (behind(consumer, ends).findAny().isPresent()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    reader.accept(record);
                    count++;
                }
            }
            return count;
        }
    }

    /** How many records those topics have had. */
    static long ends(String bootstrap, List<String> topics) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions(consumer, topics)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    private static Stream<TopicPartition> behind(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .filter(e -> consumer.position(e.getKey()) < e.getValue())
                .map(Map.Entry::getKey);
    }
}
