package se.samordna.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import se.samordna.local.Connections;
import se.samordna.local.StartupProblem;

/** Reads topics from their beginning to where they end now, only what was committed. */
final class WholeTopic {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private WholeTopic() {}

    /** Gives every record of the topics that exist; within a partition in order. */
    static void read(String bootstrap, List<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> record) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Connections.reader(bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<String, List<PartitionInfo>> there = consumer.listTopics(ANSWER);
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> there.getOrDefault(topic, List.of()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record);
            }
        } catch (TimeoutException e) {
            throw new StartupProblem(
                    "The broker " + bootstrap + " does not answer. Is `infra/samordna up` running?", e);
        }
    }
}
