package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.schemas.Topics;
import tools.jackson.databind.JsonNode;

/** Two instances of the app on a broker: what they answer over HTTP of the one child. */
class CoordinationAppTest {

    private static final String CHILD = "/api/coordination/v1/children/" + OneChild.CHILD;

    @TempDir
    static Path directory;

    private static TwoInstances two;

    @BeforeAll
    static void the_child_has_lived() throws Exception {
        two = new TwoInstances("coordination-app", directory);
        two.send(OneChild.events());
        two.tick(Instant.parse("2026-03-06T12:00:00Z"));
        two.start();
        await().atMost(TwoInstances.SOON)
                .untilAsserted(() -> assertThat(List.of(
                                json(0, CHILD).path("asOf").asString(),
                                json(1, CHILD).path("asOf").asString()))
                        .containsOnly("2026-03-06T12:00:00Z"));
    }

    @AfterAll
    static void end() {
        two.close();
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
        // While a task moves to its new owner both may answer as standbys; then one is the owner.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(List.of(
                                json(0, CHILD).path("standby").asBoolean(),
                                json(1, CHILD).path("standby").asBoolean()))
                        .contains(false));
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
    }

    @Test
    void the_alerts_of_a_municipality_come_overdue_first_and_by_page() throws Exception {
        await().atMost(TwoInstances.SOON)
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
        String report = event(1);
        String day = event(44);

        assertThat(json(0, report).path("status").asString()).isEqualTo("RELEASED");
        assertThat(json(0, report).path("digest").asString()).hasSize(64);
        assertThat(get(0, report + "&as=school").statusCode()).isEqualTo(404);
        assertThat(get(0, report + "&as=region").statusCode()).isEqualTo(403);
        assertThat(json(1, day + "&as=school").path("status").asString()).isEqualTo("STORED");
        assertThat(json(1, day + "&as=school").path("digest").asString()).hasSize(64);
    }

    @Test
    void a_dead_letter_is_told_to_its_sender_alone_and_a_held_copy_comes_before_it() throws Exception {
        AttendanceReported stray = OneChild.day(LocalDate.of(2026, 3, 2), 0, 81);
        stray.getHeader().setAgency(Agency.REGION); // on the schools' topic
        AttendanceReported conflicting = OneChild.day(LocalDate.of(2026, 2, 27), 100, 44);
        conflicting.getHeader().setReceivedAt(Instant.parse("2026-03-01T00:00:00Z"));
        two.send(Topics.SCHOOL_EVENTS, stray, two.bytes(Topics.SCHOOL_EVENTS, stray));
        two.send(Topics.SCHOOL_EVENTS, conflicting, two.bytes(Topics.SCHOOL_EVENTS, conflicting));

        String dead = event(81);
        await().atMost(TwoInstances.SOON)
                .untilAsserted(() -> assertThat(json(0, dead + "&as=school").toString())
                        .contains(
                                "\"status\":\"DEAD_LETTERED\"",
                                "\"reason\":\"wrong-agency\"",
                                "\"agency\":\"SCHOOL\"",
                                "\"type\":\"AttendanceReported\""));
        assertThat(json(1, dead + "&as=school").has("digest")).isFalse();
        assertThat(get(1, dead + "&as=region").statusCode()).isEqualTo(403);
        assertThat(get(1, dead + "&as=police").statusCode()).isEqualTo(404);
        assertThat(get(1, dead).statusCode()).isEqualTo(404);
        assertThat(json(1, event(44) + "&as=school").path("status").asString()).isEqualTo("STORED");
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
        assertThat(why.path("conditions"))
                .extracting(condition -> condition.path("code").asString())
                .containsExactly("ANCHOR", "SINCE", "WAITS_FOR", "DUE", "APART", "EVIDENCE", "EVIDENCE");
        assertThat(why.path("conditions").get(4).path("label").path("sv").asString())
                .isEqualTo("tid emellan");
    }

    @Test
    void what_is_wrong_is_told_as_a_problem_with_a_code() throws Exception {
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
        JsonNode absence = json(0, "/api/coordination/v1/rules").path("absence");
        assertThat(absence.path("version").asInt()).isEqualTo(1);
        assertThat(absence.path("numbers").get(1).path("name").asString()).isEqualTo("highPercent");
        await().atMost(TwoInstances.SOON).untilAsserted(() -> {
            JsonNode first = json(0, "/api/coordination/v1/rules").path("rules").get(0);
            assertThat(first.path("settingsVersion").asString()).isEqualTo("1");
            assertThat(first.has("notUseful")).isFalse(); // of few, nobody is told
        });
    }

    @Test
    void a_filter_that_cannot_be_decoded_is_the_askers_mistake() throws Exception {
        HttpResponse<String> wrong = get(0, "/api/coordination/v1/alerts?municipality=2380&rule=%F0%28");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"code\":\"unreadable-parameters\"");
    }

    @Test
    void a_filter_that_names_what_there_is_none_of_is_refused_by_name() throws Exception {
        HttpResponse<String> wrong =
                get(0, "/api/coordination/v1/alerts?municipality=9999&status=OPEN,NEW&rule=R99&page=0&size=201");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("municipality, status, rule, page, size");
        assertThat(get(0, "/api/coordination/v1/alerts?municipality=2380&status=&rule=")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void every_look_at_a_child_is_in_the_access_log() throws Exception {
        int before = two.accesses().size();
        json(0, CHILD);
        json(1, CHILD + "/timeline");
        get(0, "/api/coordination/v1/children/0b540000-0000-4000-8000-00000000fffe");

        assertThat(two.accesses()).hasSize(before + 3);
    }

    @Test
    void metrics_name_no_child() throws Exception {
        // Either of the two may be the one that has the child.
        String metrics = get(0, "/actuator/prometheus").body()
                + get(1, "/actuator/prometheus").body();

        assertThat(metrics).contains("samordna_alerts_told").doesNotContain(OneChild.CHILD.toString());
    }

    private static String event(int id) {
        return "/api/coordination/v1/events/6f0c0000-0000-4000-8000-%012d?childId=%s".formatted(id, OneChild.CHILD);
    }

    private static List<String> types(JsonNode timeline) {
        List<String> types = new ArrayList<>();
        timeline.path("events").forEach(event -> types.add(event.path("type").asString()));
        return types;
    }

    private static JsonNode json(int app, String path) throws IOException, InterruptedException {
        return two.json(app, path);
    }

    private static HttpResponse<String> get(int app, String path) throws IOException, InterruptedException {
        return two.get(app, path);
    }
}
