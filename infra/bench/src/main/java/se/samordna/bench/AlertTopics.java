package se.samordna.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/** What the alert topics hold in the end, committed, the last of each key. */
final class AlertTopics {
    private AlertTopics() {}

    static Map<String, String> read(Rig rig) {
        List<String> topics =
                Agencies.ALL.stream().map(Topics::alerts).map(Topic::name).toList();
        Map<TopicPartition, Long> ends = rig.ends(topics);
        Map<String, String> tellings = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                        Clients.consumer(rig, "bench-reader"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                var serde = SpecificAvroSerde.<SpecificRecord>forValues(rig.registry())) {
            Set<TopicPartition> open = new HashSet<>(ends.keySet());
            consumer.assign(open);
            consumer.seekToBeginning(open);
            while (!open.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> r : consumer.poll(Duration.ofMillis(100))) {
                    Telling.of(serde.deserializer().deserialize(r.topic(), r.value()))
                            .into(tellings);
                }
                open.removeIf(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
            }
        }
        return tellings;
    }
}
