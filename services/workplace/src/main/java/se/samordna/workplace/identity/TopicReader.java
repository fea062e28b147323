package se.samordna.workplace.identity;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import se.samordna.schemas.Topics;

/** Reads {@code platform.identities}, committed records only: all of it, or the one at a place. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ANSWER_MILLIS = 3_000;

    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicReader(String bootstrap, String client, int atOnce) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "client.id",
                        client,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        atOnce,
                        "default.api.timeout.ms",
                        ANSWER_MILLIS,
                        "request.timeout.ms",
                        ANSWER_MILLIS - 1_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    static TopicReader ofAll(String bootstrap, String client) {
        return new TopicReader(bootstrap, client, 5_000);
    }

    static TopicReader ofOne(String bootstrap, String client) {
        return new TopicReader(bootstrap, client, 1);
    }

    /** Goes to the beginning; where each partition ends now. */
    Map<TopicPartition, Long> fromTheBeginning() {
        List<TopicPartition> all = consumer.partitionsFor(Topics.IDENTITIES.name()).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return new HashMap<>(consumer.endOffsets(all));
    }

    void next(Consumer<ConsumerRecord<byte[], byte[]>> taking) {
        consumer.poll(POLL).forEach(taking);
    }

    /** Whether everything before these ends has been taken. */
    boolean isPast(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** The record at a place; empty if it is not there any more, or does not come. */
    Optional<ConsumerRecord<byte[], byte[]>> at(int partition, long offset) {
        TopicPartition part = new TopicPartition(Topics.IDENTITIES.name(), partition);
        consumer.assign(List.of(part));
        consumer.seek(part, offset);
        long began = System.nanoTime();
        while (System.nanoTime() - began < ANSWER_MILLIS * 1_000_000L) {
            var found = consumer.poll(POLL).iterator();
            if (found.hasNext()) {
                return Optional.of(found.next()).filter(record -> record.offset() == offset);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
