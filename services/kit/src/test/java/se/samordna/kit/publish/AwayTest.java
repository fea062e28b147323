package se.samordna.kit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import se.samordna.broker.TestBroker;
import se.samordna.events.ConcernReportReceived;
import se.samordna.kit.intake.Sample;
import se.samordna.kit.web.AgencyIntake;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topics;
import se.samordna.schemas.WireSchemas;
import tools.jackson.databind.json.JsonMapper;

/** What a sender sees of a whole service, Kafka and all, while a part behind it is away: 503, and all or nothing. */
class AwayTest {

    private static final String SCOPE = "kit-away";
    private static final UUID ONE = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final UUID ELSEWHERE = childInTheOtherPartition();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static TestBroker broker;

    @BeforeAll
    static void aBrokerAndARegistry() throws Exception {
        broker = new TestBroker(directory);
        broker.create(2, List.of(Topics.SOCIAL_SERVICES_EVENTS));
        MockSchemaRegistry.getClientForScope(SCOPE)
                .register(
                        Topics.SOCIAL_SERVICES_EVENTS.subject(ConcernReportReceived.class),
                        new AvroSchema(WireSchemas.of(ConcernReportReceived.class)));
    }

    @AfterAll
    static void stop() {
        broker.stop();
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void without_the_registry_nothing_of_an_array_is_published() throws Exception {
        int before = committed().size();

        try (var app = app("http://127.0.0.1:1")) {
            HttpResponse<String> away = post(app, both(UUID.randomUUID(), UUID.randomUUID()));

            assertAway(away, "registry-away");
        }
        assertThat(committed()).hasSize(before);
    }

    @Test
    void of_an_array_with_a_type_not_registered_nothing_is_published() throws Exception {
        int before = committed().size();
        String revoked = Sample.concernReport()
                .with("type", "LvuEnded")
                .with("eventId", UUID.randomUUID())
                .without("reportId")
                .without("reporterType")
                .without("reasons")
                .without("feedbackRequested")
                .line();

        try (var app = app("mock://" + SCOPE)) {
            HttpResponse<String> away = post(app, "[" + report(ONE, UUID.randomUUID()) + "," + revoked + "]");

            assertAway(away, "schema-not-registered");
        }
        assertThat(committed()).hasSize(before);
    }

    @Test
    void without_the_broker_the_sender_waits_no_longer_than_seconds_and_may_send_the_same_again() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        int before = committed().size();
        try (var app = app("mock://" + SCOPE)) {
            // Its producers are connected: the harder case than a broker that was never there.
            assertThat(post(app, both(UUID.randomUUID(), UUID.randomUUID())).statusCode())
                    .isEqualTo(202);
            broker.stop();

            HttpResponse<String> away = post(app, both(first, second));

            assertAway(away, "broker-away");
            broker.start();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(
                                    post(app, both(first, second)).statusCode())
                            .isEqualTo(202));
        }
        List<String> there = committed();
        // One that was told "away" may be there too, which is why the same may be sent again; but never a half of it.
        assertThat(there.size() - before).isGreaterThanOrEqualTo(4).isEven();
        assertThat(there).filteredOn(ONE.toString()::equals).hasSize(there.size() / 2);
    }

    private static void assertAway(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString())
                .isEqualTo(code);
    }

    private static ConfigurableApplicationContext app(String registry) {
        return AgencyIntake.app(App.class, "kit-test")
                .run(
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--samordna.dir=" + directory,
                        "--samordna.bootstrap=" + broker.bootstrap(),
                        "--samordna.registry=" + registry);
    }

    private static HttpResponse<String> post(ConfigurableApplicationContext app, String body) throws Exception {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/social-services/v1/events"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Two events that lie in two partitions. */
    private static String both(UUID first, UUID second) {
        return "[" + report(ONE, first) + "," + report(ELSEWHERE, second) + "]";
    }

    private static String report(UUID child, UUID event) {
        return Sample.concernReport()
                .with("childId", child)
                .with("eventId", event)
                .line();
    }

    private static UUID childInTheOtherPartition() {
        UUID other = UUID.randomUUID();
        while (Keys.partition(other, 2) == Keys.partition(ONE, 2)) {
            other = UUID.randomUUID();
        }
        return other;
    }

    /** The keys of all that a careful reader sees. */
    private static List<String> committed() {
        List<String> keys = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) broker.bootstrap(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            String topic = Topics.SOCIAL_SERVICES_EVENTS.name();
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
            }
        }
        return keys;
    }

    @SpringBootApplication(scanBasePackages = "se.samordna.none")
    @Import(AgencyIntake.class)
    static class App {}
}
