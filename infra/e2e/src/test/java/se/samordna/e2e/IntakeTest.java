package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From an agency's POST to an alert on its topic and in the answers of the queries, and every way to be refused. */
@NeedsPlatform
class IntakeTest {
    private static final String SOCIAL = "/api/social-services/v1/events";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID child = UUID.randomUUID();
    private final UUID event = UUID.randomUUID();

    @Test
    void a_report_becomes_an_alert_on_the_topic_and_in_the_queries(Platform platform) {
        var answer = platform.http().post(SOCIAL, Events.report(child, event, "r1"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().get("eventId").asString()).isEqualTo(event.toString());
        assertThat(answer.json().get("childId").asString()).isEqualTo(child.toString());
        assertThat(answer.json().has("status")).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.alerts("social-services", child.toString()))
                        .singleElement()
                        .asString()
                        .contains("\"ruleId\":\"R01\"", "\"status\":\"OPEN\"", "\"evidence\":[\"" + event + "\"]"));
        await().atMost(SOON).untilAsserted(() -> {
            var found = platform.http().get("/api/coordination/v1/children/" + child);
            assertThat(found.status()).as(found.body()).isEqualTo(200);
            assertThat(found.body()).contains("R01").contains("asOf").contains("sources");
        });
        await().atMost(SOON).untilAsserted(() -> {
            var alerts = platform.http().get("/api/coordination/v1/alerts?municipality=2380&status=OPEN&rule=R01");
            assertThat(alerts.body()).contains(child.toString());
        });
        assertThat(platform.http()
                        .get("/api/coordination/v1/children/" + child + "/timeline")
                        .body())
                .contains(event.toString());
    }

    @Test
    void the_same_again_is_the_same_and_other_content_under_its_id_a_conflict(Platform platform) {
        String report = Events.report(child, event, "r1");
        var first = platform.http().post(SOCIAL, report);
        var again = platform.http().post(SOCIAL, report);
        var other = platform.http().post(SOCIAL, report.replace("\"r1\"", "\"r2\""));

        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(again.status()).as(again.body()).isEqualTo(202);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).as(other.body()).isEqualTo(409);
        assertThat(platform.http().post(SOCIAL, report).status()).isEqualTo(202);
    }

    @Test
    void every_fault_is_listed_with_its_field(Platform platform) {
        var answer = platform.http()
                .post(
                        SOCIAL,
                        Events.report(child, event, "r1")
                                .replace("\"2380\"", "\"9999\"")
                                .replace("\"SCHOOL\"", "\"NEIGHBOUR\"")
                                .replace("\"feedbackRequested\":false", "\"feedbackRequested\":\"perhaps\""));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("municipality", "reporterType", "feedbackRequested");
        assertThat(answer.body()).doesNotContain("NEIGHBOUR").doesNotContain("perhaps");
    }

    @Test
    void an_array_is_all_or_nothing(Platform platform) {
        String good = Events.report(child, event, "r1");
        String bad = Events.report(child, UUID.randomUUID(), "r2").replace("\"OWN\"", "\"WHIM\"");
        var refused = platform.http().post(SOCIAL, "[" + good + "," + bad + "]");
        var taken = platform.http().post(SOCIAL, "[" + good + "]");

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(taken.json().isArray()).isTrue();
    }

    @Test
    void another_agencys_event_is_refused(Platform platform) {
        var answer = platform.http().post(SOCIAL, Events.inquiry(child, event));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(platform.http()
                        .post("/api/schools/v1/events", Events.inquiry(child, event))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void an_event_over_64_kib_is_too_large(Platform platform) {
        String reasons = String.join(",", java.util.Collections.nCopies(7000, "\"NEGLECT\""));
        var answer =
                platform.http().post(SOCIAL, Events.report(child, event, "r1").replace("\"NEGLECT\"", reasons));

        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
    }

    @Test
    void what_was_refused_left_no_trace(Platform platform) {
        platform.http().post(SOCIAL, Events.report(child, event, "r1").replace("\"2380\"", "\"9999\""));
        UUID witness = UUID.randomUUID();
        platform.http().post(SOCIAL, Events.report(witness, UUID.randomUUID(), "r1"));

        await().atMost(SOON)
                .until(() ->
                        !platform.alerts("social-services", witness.toString()).isEmpty());
        assertThat(platform.alerts("social-services", child.toString())).isEqualTo(List.of());
        assertThat(platform.http().get("/api/coordination/v1/children/" + child).status())
                .isEqualTo(404);
    }
}
