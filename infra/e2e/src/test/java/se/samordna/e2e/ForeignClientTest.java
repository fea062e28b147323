package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/**
 * A client that knows nothing of ours: Kafka's bytes, the registry's HTTP, Avro's generic reader. What it needs is the name of
 * the topic and two addresses.
 */
@NeedsPlatform
class ForeignClientTest {
    private static final String TOPIC = "alerts.social-services";

    @Test
    void a_stranger_reads_the_alerts_by_the_registry_alone(Platform platform) throws IOException {
        platform.run("replay", Story.file().toString());

        try (var registry = new Http(platform.registry())) {
            List<GenericRecord> alerts = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : records(platform.bootstrap())) {
                if (new String(record.key(), StandardCharsets.UTF_8).startsWith(Story.CHILD)) {
                    alerts.add(read(registry, record.value()));
                }
            }
            assertThat(alerts)
                    .extracting(alert -> alert.get("ruleId").toString())
                    .contains("R01", "R02", "R06", "R07")
                    .doesNotContain("R09");
        }
    }

    private static GenericRecord read(Http registry, byte[] value) throws IOException {
        var bytes = ByteBuffer.wrap(value);
        assertThat(bytes.get()).as("magic").isZero();
        var answer = registry.get("/schemas/ids/" + bytes.getInt());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Schema schema = new Schema.Parser().parse(answer.json().get("schema").asString());
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(value, bytes.position(), bytes.remaining(), null));
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String bootstrap) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }
}
