package se.samordna.kit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.broker.TestBroker;
import se.samordna.events.ConcernReportReceived;
import se.samordna.kit.intake.Intake;
import se.samordna.kit.intake.Mode;
import se.samordna.kit.intake.Reading;
import se.samordna.kit.intake.Sample;
import se.samordna.schemas.RegistrySettings;
import se.samordna.schemas.Topics;
import se.samordna.schemas.WireSchemas;

/** In this order: the broker is taken away in the middle. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KafkaEventPublisherTest {

    private static final String REGISTRY = "mock://kit-publisher";
    private static final Instant STAMP = Instant.parse("2031-01-01T00:00:00Z");

    @TempDir
    static Path directory;

    private static TestBroker broker;
    private static KafkaEventPublisher publisher;

    @BeforeAll
    static void aBrokerAndARegistry() throws Exception {
        broker = new TestBroker(directory);
        broker.create(2, List.of(Topics.SOCIAL_SERVICES_EVENTS));
        MockSchemaRegistry.getClientForScope("kit-publisher")
                .register(
                        Topics.SOCIAL_SERVICES_EVENTS.subject(ConcernReportReceived.class),
                        new AvroSchema(WireSchemas.of(ConcernReportReceived.class)));
        publisher = publisher(REGISTRY);
    }

    @AfterAll
    static void stop() {
        publisher.close();
        broker.stop();
    }

    @Test
    @Order(1)
    void one_event_is_there_under_its_child_and_the_services_clock() {
        Outgoing report = report("00000000-0000-4000-8000-000000000001");

        assertThat(publisher.publish(List.of(report))).isEqualTo(new Published.Acknowledged());

        ConsumerRecord<String, byte[]> record = committed().getLast();
        assertThat(record.key()).isEqualTo("0b540000-0000-4000-8000-000000000001");
        assertThat(record.timestamp()).isEqualTo(STAMP.toEpochMilli());
        assertThat(record.headers()).isEmpty();
        assertThat(read(record)).isEqualTo(report.value());
    }

    @Test
    @Order(2)
    void several_are_there_together_each_time() {
        for (int round = 0; round < 6; round++) {
            assertThat(publisher.publish(List.of(
                            report("00000000-0000-4000-8000-000000000002"),
                            report("00000000-0000-4000-8000-000000000003"))))
                    .isEqualTo(new Published.Acknowledged());
        }
        assertThat(committed()).hasSize(13);
    }

    @Test
    @Order(3)
    void with_the_registry_away_it_says_so_and_nothing_is_published() {
        try (var unregistered = publisher("http://127.0.0.1:1")) {
            assertThat(unregistered.publish(List.of(report("00000000-0000-4000-8000-000000000004"))))
                    .isEqualTo(new Published.Away(Published.Missing.REGISTRY));
        }
        assertThat(committed()).hasSize(13);
    }

    @Test
    @Order(4)
    void a_type_the_registry_does_not_hold_is_not_published() {
        var closed = (Reading.Event) Intake.READER.read(
                Sample.concernReport()
                        .with("type", "LvuEnded")
                        .without("reportId")
                        .without("reporterType")
                        .without("reasons")
                        .without("feedbackRequested")
                        .line(),
                Mode.files());

        assertThat(publisher.publish(
                        List.of(report("00000000-0000-4000-8000-000000000004"), Outgoing.of(closed, STAMP))))
                .isEqualTo(new Published.Away(Published.Missing.SCHEMA));
        assertThat(committed()).hasSize(13);
    }

    @Test
    @Order(5)
    void with_the_broker_away_it_says_so_in_seconds_and_goes_on_when_it_is_back() {
        Outgoing first = report("00000000-0000-4000-8000-000000000005");
        Outgoing second = report("00000000-0000-4000-8000-000000000006");
        broker.stop();
        Instant begun = Instant.now();

        assertThat(publisher.publish(List.of(first))).isEqualTo(new Published.Away(Published.Missing.BROKER));
        assertThat(publisher.publish(List.of(first, second))).isEqualTo(new Published.Away(Published.Missing.BROKER));

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(16));
        broker.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> publisher.publish(List.of(first, second)) instanceof Published.Acknowledged);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> publisher.publish(List.of(first)) instanceof Published.Acknowledged);
        assertThat(committed()).hasSizeGreaterThanOrEqualTo(16);
    }

    private static KafkaEventPublisher publisher(String registry) {
        return new KafkaEventPublisher(broker.bootstrap(), new WireBytes(registry), "kit-test");
    }

    private static Outgoing report(String eventId) {
        String line =
                Sample.concernReport().with("eventId", UUID.fromString(eventId)).line();
        return Outgoing.of((Reading.Event) Intake.READER.read(line, Mode.files()), STAMP);
    }

    private static Object read(ConsumerRecord<String, byte[]> record) {
        try (var deserializer = new io.confluent.kafka.serializers.KafkaAvroDeserializer()) {
            deserializer.configure(RegistrySettings.of(REGISTRY), false);
            return deserializer.deserialize(record.topic(), record.value());
        }
    }

    /** Everything a careful reader sees, to the end. */
    private static List<ConsumerRecord<String, byte[]>> committed() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrap(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            String topic = Topics.SOCIAL_SERVICES_EVENTS.name();
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }
}
