package se.samordna.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.kit.intake.Sample;
import se.samordna.kit.publish.Published;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.Topics;

/** Actions and measurements in an app that is not their own, and what every app tells of itself. */
class HostedIntakeTest {

    @TempDir
    static Path directory;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        app = new TestApp(directory, ActionIntake.class, MeasurementIntake.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void kafkaIsThere() {
        TestApp.KAFKA.published.clear();
        TestApp.KAFKA.missing = Optional.empty();
    }

    @Test
    void an_action_goes_to_its_own_topic() throws Exception {
        String line = Sample.of(EventTypes.named("AlertAcknowledged").orElseThrow())
                .with("eventId", UUID.randomUUID())
                .line();

        var answer = app.post("/api/coordination/v1/actions", line);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(TestApp.KAFKA.published.getFirst().getFirst().topic()).isEqualTo(Topics.ACTIONS);
    }

    @Test
    void a_measurement_has_a_receipt_of_its_own_and_cannot_change_under_its_id() throws Exception {
        String path = "/api/indicators/v1/measurements";
        String line = Sample.measurement().line();

        var taken = app.post(path, line);
        var again = app.post(path, line);
        var other = app.post(path, line.replace("13012", "13013"));
        var next = app.post(path, line.replace("13012", "13013").replace("\"revision\":1", "\"revision\":2"));

        assertThat(taken.whole().body())
                .isEqualTo("{\"measurementId\":\"9b1e0000-0000-4000-8000-000000000001\",\"municipality\":\"2380\","
                        + "\"status\":\"STORED\"}");
        assertThat(again.whole().body()).isEqualTo(taken.whole().body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(next.status()).isEqualTo(202);
        assertThat(TestApp.KAFKA.published.getFirst().getFirst().key()).isEqualTo("2380");
    }

    @Test
    void neither_takes_what_belongs_to_the_other() throws Exception {
        assertThat(app.post(
                                "/api/coordination/v1/actions",
                                Sample.concernReport().line())
                        .status())
                .isEqualTo(400);
        assertThat(app.post(
                                "/api/indicators/v1/measurements",
                                Sample.concernReport().line())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_page_that_gave_this_address_a_name_of_its_own_gets_nothing() throws Exception {
        String get = "GET /api/social-services/v1/openapi HTTP/1.1\r\nConnection: close\r\nHost: ";

        assertThat(app.raw(get + "evil.example\r\n\r\n")).startsWith("HTTP/1.1 401");
        assertThat(app.raw(get + "localhost\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void what_cannot_be_read_as_a_request_is_answered_in_our_words_and_stores_nothing() throws Exception {
        String answer =
                app.raw("POST /api/social-services/v1/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "unreadable-request");
        assertThat(answer).doesNotContainIgnoringCase("<html").doesNotContainIgnoringCase("tomcat");
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @Test
    void parameters_that_cannot_be_decoded_are_answered_in_our_words_and_are_no_mistake_of_ours() throws Exception {
        var answer = app.get("/api/social-services/v1/events/" + UUID.randomUUID() + "?childId=%F0%28");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unreadable-parameters");
        assertThat(app.post("/api/social-services/v1/events?x=%F0%28", "{}").code())
                .isEqualTo("unreadable-parameters");
    }

    @Test
    void it_is_ready_only_with_broker_and_registry_and_alive_without() throws Exception {
        var ready = app.get("/actuator/health/readiness");

        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.json().path("components").path("broker").path("status").asString())
                .isEqualTo("DOWN");
        assertThat(ready.json()
                        .path("components")
                        .path("registry")
                        .path("status")
                        .asString())
                .isEqualTo("DOWN");
        assertThat(app.get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void metrics_count_without_naming_anyone() throws Exception {
        String child = "0b540000-0000-4000-8000-0000000000ff";
        app.post(
                "/api/social-services/v1/events",
                Sample.concernReport().with("childId", child).line());
        app.post(
                "/api/social-services/v1/events",
                Sample.concernReport().with("reportId", "140312-2383").line());
        app.get("/api/social-services/v1/events/" + UUID.randomUUID() + "?childId=" + child);
        app.get("/api/social-services/v1/" + child);
        TestApp.KAFKA.missing = Optional.of(Published.Missing.BROKER);
        app.post(
                "/api/social-services/v1/events",
                Sample.concernReport().with("eventId", child).line());

        String metrics = app.get("/actuator/prometheus").whole().body();

        assertThat(metrics)
                .contains("samordna_intake_events_total{outcome=\"accepted\"}")
                .contains("samordna_intake_events_total{outcome=\"away\"}")
                .contains("samordna_intake_faults_total{code=\"personnummer-in-text\"}")
                .contains("uri=\"/api/social-services/v1/events\"")
                .doesNotContain(child)
                .doesNotContain("2383");
    }

    @Test
    void the_document_describes_every_type_the_agency_may_send_and_no_other() throws Exception {
        var document = app.get("/api/social-services/v1/openapi").json();

        var schemas = document.path("components").path("schemas");
        assertThat(schemas.propertyNames()).contains("ConcernReportReceived", "SipStarted", "Event");
        assertThat(schemas.propertyNames()).doesNotContain("PoliceIncident", "AlertClosed");
        var report = schemas.path("ConcernReportReceived");
        assertThat(report.path("required").toString()).contains("reportId").doesNotContain("receivedAt");
        assertThat(report.path("properties").path("reporterType").path("enum").toString())
                .contains("PRESCHOOL")
                .doesNotContain("UNKNOWN");
        assertThat(document.path("paths")
                        .path("/api/social-services/v1/events")
                        .path("post")
                        .path("responses")
                        .propertyNames())
                .contains("202", "400", "403", "409", "413", "415", "503");
        assertThat(document.path("paths")
                        .path("/api/social-services/v1/events")
                        .path("post")
                        .path("responses")
                        .path("413")
                        .path("description")
                        .asString())
                .contains("10,000 events");
    }
}
