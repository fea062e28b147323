package se.samordna.coordination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import se.samordna.platform.Tick;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two instances of the app on a broker: what they answer over HTTP of the one child. */
class CoordinationAppTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PARTITIONS = 2;
    private static final String REGISTRY = "mock://coordination-app";
    private static final String CHILD = "/api/coordination/v1/children/" + OneChild.CHILD;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<ConfigurableApplicationContext> APPS = new ArrayList<>();

    @TempDir
    static Path directory;

    static TestBroker broker;

    @BeforeAll
    static void the_child_has_lived() throws Exception {
        broker = new TestBroker(directory);
        broker.create(PARTITIONS, Topics.all());
        new SchemaRegistration(MockSchemaRegistry.getClientForScope("coordination-app")).registerAll();
        publish();
        APPS.add(app("0"));
        APPS.add(app("1"));
        for (int i = 0; i < APPS.size(); i++) {
            int each = i;
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    get(each, "/actuator/health/readiness").statusCode())
                            .isEqualTo(200));
        }
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(json(0, CHILD).path("asOf").asString()).isEqualTo("2026-03-06T12:00:00Z"));
    }

    @AfterAll
    static void end() {
        APPS.forEach(ConfigurableApplicationContext::close);
        broker.stop();
        MockSchemaRegistry.dropScope("coordination-app");
    }

    @Test
    void either_instance_gives_the_same_child() throws Exception {
        JsonNode one = json(0, CHILD);
        JsonNode other = json(1, CHILD);

        assertThat(other.path("alerts")).isEqualTo(one.path("alerts"));
        assertThat(one.path("alerts")).hasSize(5);
        assertThat(one.path("municipality").asString()).isEqualTo("2380");
        assertThat(one.path("sources")).hasSize(4);
        assertThat(one.path("sources").get(2).path("agency").asString()).isEqualTo("REGION");
        assertThat(one.path("sources").get(2).path("silent").asBoolean()).isTrue();
        assertThat(one.path("standby").asBoolean() && other.path("standby").asBoolean())
                .isFalse();
    }

    @Test
    void each_agency_sees_its_own_and_the_social_services_what_was_released() throws Exception {
        JsonNode social = json(0, CHILD + "/timeline");
        JsonNode school = json(0, CHILD + "/timeline?as=school");

        assertThat(types(social)).contains("PoliceIncident", "ConcernReportReceived", "AbsenceInquiryOpened");
        assertThat(types(school)).containsOnly("AttendanceReported", "AbsenceInquiryOpened");
        assertThat(school.toString()).doesNotContain("gate").doesNotContain("Investigation");
        assertThat(school.path("attendance").get(2).path("absentMinutes").asInt())
                .isEqualTo(900);
        assertThat(social.path("processes").toString()).contains("INVESTIGATION", "INQUIRY");
        assertThat(get(0, CHILD + "/timeline?as=region").statusCode()).isEqualTo(200);
        assertThat(types(json(0, CHILD + "/timeline?as=region"))).isEmpty();
    }

    @Test
    void the_alerts_of_a_municipality_come_overdue_first_and_by_page() throws Exception {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(json(0, "/api/coordination/v1/alerts?municipality=2380")
                                .path("total")
                                .asInt())
                        .isEqualTo(5));
        JsonNode open = json(0, "/api/coordination/v1/alerts?municipality=2380&status=OPEN&page=1&size=2");

        assertThat(open.path("total").asInt()).isEqualTo(3);
        assertThat(open.path("pages").asInt()).isEqualTo(2);
        assertThat(open.path("alerts").get(0).path("ruleId").asString()).isEqualTo("R01");
        assertThat(open.path("alerts").get(0).path("overdue").asBoolean()).isTrue();
        assertThat(open.path("alerts").get(0).path("sentence").path("sv").asString())
                .isNotBlank();
        assertThat(open.path("alerts").get(0).path("evidence").get(0).isString())
                .isTrue();
        assertThat(json(0, "/api/coordination/v1/alerts?municipality=2380&as=police")
                        .path("alerts")
                        .toString())
                .contains("joint-visit-proposed")
                .doesNotContain("R06");
        assertThat(json(0, "/api/coordination/v1/alerts?municipality=1265")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void an_events_state_is_told_to_its_sender_alone() throws Exception {
        String report = "/api/coordination/v1/events/6f0c0000-0000-4000-8000-000000000001?childId=" + OneChild.CHILD;
        String day = "/api/coordination/v1/events/6f0c0000-0000-4000-8000-000000000044?childId=" + OneChild.CHILD;

        assertThat(json(0, report).path("status").asString()).isEqualTo("RELEASED");
        assertThat(json(0, report).path("digest").asString()).hasSize(64);
        assertThat(get(0, report + "&as=school").statusCode()).isEqualTo(404);
        assertThat(json(1, day + "&as=school").path("status").asString()).isEqualTo("STORED");
        assertThat(json(1, day + "&as=school").path("digest").asString()).hasSize(64);
    }

    @Test
    void an_alert_is_explained_by_its_rule_and_events() throws Exception {
        JsonNode why = json(
                1,
                "/api/coordination/v1/alerts/03568c8d-7c50-59d0-b25e-0a4eb17113f1/explanation?childId="
                        + OneChild.CHILD);

        assertThat(why.path("rule").path("id").asString()).isEqualTo("R06");
        assertThat(why.path("rule").path("explanation").path("en").asString()).isNotBlank();
        assertThat(why.path("evidence").get(0).path("occurredAt").asString()).isEqualTo("2026-02-03T20:15:00Z");
    }

    @Test
    void what_is_wrong_is_told_as_a_problem_with_a_code() throws Exception {
        assertThat(get(0, CHILD + "?as=tax-office").statusCode()).isEqualTo(400);
        assertThat(get(0, "/api/coordination/v1/children/no-uuid").statusCode()).isEqualTo(400);
        HttpResponse<String> absent = get(1, "/api/coordination/v1/children/0b540000-0000-4000-8000-00000000ffff");
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(absent.body()).contains("unknown-child");
    }

    @Test
    void the_rules_are_told() throws Exception {
        assertThat(json(0, "/api/coordination/v1/rules").path("rules"))
                .extracting(rule -> rule.path("id").asString())
                .contains("R01", "R02", "R03", "R06", "R07", "R09");
    }

    @Test
    void every_look_at_a_child_is_in_the_access_log() throws Exception {
        long before = accesses();
        json(0, CHILD);
        json(1, CHILD + "/timeline");
        get(0, "/api/coordination/v1/children/0b540000-0000-4000-8000-00000000fffe");

        assertThat(accesses()).isGreaterThanOrEqualTo(before + 3);
    }

    @Test
    void metrics_name_no_child() throws Exception {
        // Either of the two may be the one that has the child.
        String metrics = get(0, "/actuator/prometheus").body()
                + get(1, "/actuator/prometheus").body();

        assertThat(metrics).contains("samordna_alerts_told").doesNotContain(OneChild.CHILD.toString());
    }

    private static long accesses() {
        try (var reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, PARTITIONS)
                    .mapToObj(p -> new TopicPartition(Topics.ACCESS_LOG.name(), p))
                    .toList();
            return reader.endOffsets(all).values().stream()
                    .mapToLong(end -> end)
                    .sum();
        }
    }

    private static List<String> types(JsonNode timeline) {
        List<String> types = new ArrayList<>();
        timeline.path("events").forEach(event -> types.add(event.path("type").asString()));
        return types;
    }

    private static void publish() {
        Encoder encoder = new Encoder(Registry.at(REGISTRY));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            Instant last = Instant.parse("2026-03-06T12:00:00Z");
            for (SpecificRecord event : OneChild.events()) {
                Topic topic = EventTypes.of(event)
                        .topic(EventTypes.header(event).getAgency())
                        .orElseThrow();
                long at = EventTypes.header(event).getReceivedAt().toEpochMilli();
                producer.send(new ProducerRecord<>(
                        topic.name(),
                        null,
                        at,
                        OneChild.CHILD.toString().getBytes(UTF_8),
                        encoder.write(topic, event)));
            }
            for (int partition = 0; partition < PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(
                        Topics.CLOCK.name(),
                        partition,
                        last.toEpochMilli(),
                        String.valueOf(partition).getBytes(UTF_8),
                        encoder.write(Topics.CLOCK, new Tick(last))));
            }
        }
    }

    private static ConfigurableApplicationContext app(String instance) {
        return CoordinationApp.app()
                .run(
                        "--server.port=0",
                        "--samordna.bootstrap=" + broker.bootstrap(),
                        "--samordna.registry=" + REGISTRY,
                        "--samordna.dir=" + directory,
                        "--samordna.instance=" + instance,
                        "--samordna.coordination.threads=1");
    }

    private static JsonNode json(int app, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(app, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> get(int app, String path) throws IOException, InterruptedException {
        String port = APPS.get(app).getEnvironment().getRequiredProperty("local.server.port");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
