package se.samordna.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.intake.Intake;
import se.samordna.kit.intake.Sample;
import se.samordna.kit.publish.Outgoing;
import se.samordna.kit.publish.Published;
import se.samordna.schemas.Topics;
import tools.jackson.databind.JsonNode;

class EventIntakeTest {

    private static final String EVENTS = "/api/social-services/v1/events";
    private static final String CHILD = "0b540000-0000-4000-8000-000000000001";

    @TempDir
    static Path directory;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        app = new TestApp(directory);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void kafkaIsThere() {
        TestApp.KAFKA.published.clear();
        TestApp.KAFKA.missing = Optional.empty();
        app.coordination.clear();
    }

    @Test
    void one_event_is_taken_with_a_receipt() throws Exception {
        String id = UUID.randomUUID().toString();

        var answer = app.post(EVENTS, report(id).without("receivedAt").line());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.whole().body())
                .isEqualTo("{\"eventId\":\"%s\",\"childId\":\"%s\",\"status\":\"STORED\"}".formatted(id, CHILD));
        Outgoing sent = TestApp.KAFKA.published.getFirst().getFirst();
        assertThat(sent.topic()).isEqualTo(Topics.SOCIAL_SERVICES_EVENTS);
        assertThat(sent.key()).isEqualTo(CHILD);
        assertThat(sent.stamp()).isEqualTo(Intake.CLOCK.instant());
    }

    @Test
    void an_array_is_published_at_once_with_a_list_of_receipts() throws Exception {
        String body = "[" + report(UUID.randomUUID().toString()).line() + " ,\n"
                + report(UUID.randomUUID().toString()).line() + "]";

        var answer = app.post(EVENTS, body);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().size()).isEqualTo(2);
        assertThat(TestApp.KAFKA.published)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void of_an_array_with_one_fault_nothing_is_published_and_the_place_is_told() throws Exception {
        String body = "[" + report(UUID.randomUUID().toString()).line() + ","
                + report("x").with("municipality", "0000").line() + ",7]";

        var answer = app.post(EVENTS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("invalid-event");
        assertThat(answer.json().path("faults").toString())
                .isEqualTo("[{\"field\":\"eventId\",\"code\":\"bad-uuid\",\"index\":1},"
                        + "{\"field\":\"municipality\",\"code\":\"unknown-kommunkod\",\"index\":1},"
                        + "{\"field\":\"$\",\"code\":\"malformed-json\",\"index\":2}]");
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "[", "[{]", "[{}", "{", "x", "''", "[{}]]", "[{}] x"})
    void what_is_no_json_is_refused(String body) throws Exception {
        var answer = app.post(EVENTS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-event");
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @Test
    void the_same_content_again_is_the_same_202_and_other_content_a_409() throws Exception {
        String id = UUID.randomUUID().toString();
        var first = app.post(EVENTS, report(id).without("receivedAt").line());
        var again = app.post(
                EVENTS, report(id).with("receivedAt", "2026-02-01T00:00:00Z").line());
        var other = app.post(EVENTS, report(id).with("reportId", "r2").line());

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.whole().body()).isEqualTo(first.whole().body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("same-id-other-content");
        assertThat(TestApp.KAFKA.published).hasSize(2);
    }

    @Test
    void an_array_in_conflict_with_itself_is_a_409_and_one_that_repeats_itself_is_taken_once() throws Exception {
        String id = UUID.randomUUID().toString();
        String line = report(id).line();

        var conflict = app.post(
                EVENTS, "[" + line + "," + report(id).with("reportId", "r2").line() + "]");
        var repeated = app.post(EVENTS, "[" + line + "," + line + "]");

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json().path("faults").get(0).path("index").asInt()).isEqualTo(1);
        assertThat(repeated.status()).isEqualTo(202);
        assertThat(repeated.json().size()).isEqualTo(2);
        assertThat(TestApp.KAFKA.published)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void a_conflict_in_coordinations_store_is_found_too() throws Exception {
        String id = UUID.randomUUID().toString();
        coordinationHolds(id, "STORED", ",\"digest\":\"" + "0".repeat(64) + "\"");

        assertThat(app.post(EVENTS, report(id).line()).status()).isEqualTo(409);
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @Test
    void where_the_store_cannot_tell_the_content_the_event_is_taken() throws Exception {
        String id = UUID.randomUUID().toString();
        coordinationHolds(id, "STORED", "");

        assertThat(app.post(EVENTS, report(id).line()).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"BROKER, broker-away", "REGISTRY, registry-away", "SCHEMA, schema-not-registered"})
    void with_something_away_the_sender_is_told_when_to_try_again(Published.Missing missing, String code)
            throws Exception {
        String line = report(UUID.randomUUID().toString()).line();
        TestApp.KAFKA.missing = Optional.of(missing);
        var away = app.post(EVENTS, line);
        TestApp.KAFKA.missing = Optional.empty();
        var back = app.post(EVENTS, line);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo(code);
        assertThat(away.header("Retry-After")).isEqualTo("5");
        assertThat(back.status()).isEqualTo(202);
    }

    @Test
    void too_large_an_event_or_a_request_is_a_413() throws Exception {
        String large = report(UUID.randomUUID().toString()).line().replace("{", "{" + " ".repeat(65_536));
        String fits = report(UUID.randomUUID().toString()).line();
        String many = "[" + fits + " ".repeat(Exchange.MAX_REQUEST_BYTES) + "]";

        assertThat(app.post(EVENTS, large).status()).isEqualTo(413);
        assertThat(app.post(EVENTS, "[" + fits + "," + large + "]").status()).isEqualTo(413);
        assertThat(app.post(EVENTS, many).status()).isEqualTo(413);
        assertThat(app.post(EVENTS, fits.replace("{", "{" + " ".repeat(EventReader.MAX_EVENT_BYTES - fits.length())))
                        .status())
                .isEqualTo(202);
        assertThat(TestApp.KAFKA.published).hasSize(1);
    }

    @Test
    void of_more_events_than_a_request_has_room_for_none_is_read_and_the_bound_is_told() throws Exception {
        String most = "[" + "{},".repeat(Posted.MOST_EVENTS - 1) + "{}]";
        String more = "[" + "{},".repeat(Posted.MOST_EVENTS) + "{}]";

        var answer = app.post(EVENTS, more);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-many-events");
        assertThat(answer.json().path("detail").asString()).contains("10,000 events");
        assertThat(answer.whole().body().length()).isLessThan(1_000);
        assertThat(app.post(EVENTS, most).status()).isEqualTo(400);
        assertThat(app.post(EVENTS, "[" + "[".repeat(1_000_000)).status()).isEqualTo(400);
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @Test
    void an_answer_does_not_outgrow_what_was_sent_and_says_how_many_faults_it_leaves_out() throws Exception {
        String good = report(UUID.randomUUID().toString()).line();
        String body = "[" + good + ",{}".repeat(Posted.MOST_EVENTS - 1) + "]";
        int each = app.post(EVENTS, "{}").json().path("faults").size();

        var answer = app.post(EVENTS, body);
        JsonNode faults = answer.json().path("faults");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(faults).hasSize(PostedFaults.MOST + 1);
        assertThat(faults.get(0).path("index").asInt()).isEqualTo(1);
        assertThat(faults.get(PostedFaults.MOST).toString())
                .isEqualTo("{\"field\":\"$\",\"code\":\"more-faults\",\"more\":%d}"
                        .formatted((Posted.MOST_EVENTS - 1) * each - PostedFaults.MOST));
        assertThat(answer.whole().body().length()).isLessThan(100_000);
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @Test
    void one_event_too_large_is_a_413_also_where_its_fault_is_not_among_those_told() throws Exception {
        String large = "{" + " ".repeat(EventReader.MAX_EVENT_BYTES) + "}";

        assertThat(app.post(EVENTS, "[" + "{},".repeat(1_000) + large + "]").status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "nonsense", "application/xml"})
    void only_json_is_taken(String type) throws Exception {
        var answer = app.send(HttpRequest.newBuilder(URI.create(app.url() + EVENTS))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(report("x").line())));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported-media-type");
    }

    @Test
    void other_paths_and_methods_are_problems_with_codes_too() throws Exception {
        var path = app.get("/api/social-services/v1/other");
        var method =
                app.send(HttpRequest.newBuilder(URI.create(app.url() + EVENTS)).DELETE());

        assertThat(List.of(path.status(), method.status())).containsExactly(404, 405);
        assertThat(List.of(path.code(), method.code())).containsExactly("not-found", "method-not-allowed");
    }

    private static void coordinationHolds(String id, String status, String more) {
        app.coordination.put(
                "/api/coordination/v1/events/" + id + "?childId=" + CHILD + "&as=social-services",
                "{\"agency\":\"SOCIAL_SERVICES\",\"status\":\"" + status + "\"" + more + "}");
    }

    private static Sample report(String eventId) {
        return Sample.concernReport().with("eventId", eventId);
    }
}
