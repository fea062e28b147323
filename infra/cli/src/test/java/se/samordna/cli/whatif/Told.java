package se.samordna.cli.whatif;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import se.samordna.alerts.Alert;
import se.samordna.alerts.AlertStatus;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.coordination.Parts;
import se.samordna.rules.Decide;
import se.samordna.rules.Rules;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;
import se.samordna.streams.StreamsSettings;

/** What coordination's own topology tells of a log under some settings: the last word on every alert in full. */
final class Told {

    private Told() {}

    /**
     * By rule, child and anchor; those withdrawn left out, and R17: this log has what was sent, not what children told
     * each other.
     */
    static Map<String, Alert> of(Log log, Rules rules, String registryUrl, Path dir) {
        Registry registry = Registry.at(registryUrl);
        Parts parts = new Parts(
                registry,
                new Encoder(registry),
                new StreamsMetrics(new SimpleMeterRegistry(), "coordination"),
                rules,
                new Decide(rules, Decide.DEFAULT_NAMESPACE));
        StreamsSettings settings = StreamsSettings.of("coordination", "nowhere:1", dir, "test");
        Map<String, Alert> alerts = new HashMap<>();
        try (SpecificAvroSerde<SpecificRecord> serde = SpecificAvroSerde.forValues(registryUrl);
                TopologyTestDriver driver =
                        new TopologyTestDriver(CoordinationTopology.build(settings, parts), settings.properties())) {
            Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
            for (ConsumerRecord<byte[], byte[]> record : log.inOrder()) {
                inputs.computeIfAbsent(
                                record.topic(),
                                topic -> driver.createInputTopic(
                                        topic, new ByteArraySerializer(), new ByteArraySerializer()))
                        .pipeInput(new TestRecord<>(
                                record.key(), record.value(), Instant.ofEpochMilli(record.timestamp())));
            }
            for (Topic topic : Agencies.ALL.stream().map(Topics::alerts).toList()) {
                driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readRecordsToList()
                        .forEach(record -> {
                            SpecificRecord told = serde.deserializer().deserialize(topic.name(), record.value());
                            if (told instanceof Alert alert) {
                                alerts.put(
                                        alert.getRuleId() + "|" + alert.getChildId() + "|" + alert.getAnchor(), alert);
                            }
                        });
            }
        }
        alerts.values()
                .removeIf(alert -> alert.getStatus() == AlertStatus.WITHDRAWN
                        || alert.getRuleId().equals("R17"));
        return alerts;
    }
}
