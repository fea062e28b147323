package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.events.Agency;
import se.samordna.events.AlertAcknowledged;
import se.samordna.events.AlertClosed;
import se.samordna.events.AlertSnoozed;
import se.samordna.events.CloseReason;
import se.samordna.events.EventHeader;
import se.samordna.events.Retracted;
import tools.jackson.databind.JsonNode;

/** Two coordinators and a school at the one child's alerts: what each sees of what the others did. */
class CoordinatorsTest {

    private static final String TIMELINE = "/api/coordination/v1/children/" + OneChild.CHILD + "/timeline";
    private static final String ALERTS = "/api/coordination/v1/alerts?municipality=2380&status=OPEN,ACKNOWLEDGED";

    @TempDir
    static Path directory;

    private static TwoInstances two;
    private static UUID joint;
    private static UUID unassessed;

    @BeforeAll
    static void the_child_has_lived_and_two_act_on_its_alerts() throws Exception {
        two = new TwoInstances("coordinators", directory);
        two.send(OneChild.events());
        two.tick(Instant.parse("2026-03-06T12:00:00Z"));
        two.start();
        await().atMost(TwoInstances.SOON)
                .untilAsserted(() ->
                        assertThat(two.json(0, ALERTS).path("total").asInt()).isEqualTo(3));
        unassessed = alert("R01");
        joint = alert("R06");
        two.send(List.of(
                acts(1, Agency.SOCIAL_SERVICES, joint, CloseReason.HANDLED),
                acts(2, Agency.SOCIAL_SERVICES, joint, CloseReason.NOT_USEFUL),
                acts(3, Agency.POLICE, joint, CloseReason.WRONG),
                new AlertAcknowledged(header(4, Agency.SCHOOL), unassessed),
                new AlertSnoozed(header(5, Agency.SOCIAL_SERVICES), unassessed, LocalDate.of(2026, 3, 8))));
        await().atMost(TwoInstances.SOON)
                .untilAsserted(
                        () -> assertThat(two.json(1, TIMELINE).path("actions")).hasSize(5));
    }

    @AfterAll
    static void end() {
        two.close();
    }

    @Test
    void who_came_second_sees_that_the_first_was_before_and_nobodys_is_lost() throws Exception {
        assertThat(lines(two.json(0, TIMELINE)))
                .containsExactly(
                        "AlertClosed HANDLED TOOK_EFFECT",
                        "AlertClosed NOT_USEFUL NO_EFFECT ALREADY_CLOSED",
                        "AlertClosed WRONG NO_EFFECT OTHER_AGENCY",
                        "AlertAcknowledged NO_EFFECT OTHER_AGENCY",
                        "AlertSnoozed TOOK_EFFECT");
        assertThat(two.json(0, TIMELINE).path("actions").get(1).path("source").asString())
                .isEqualTo("urn:example:social_services");
    }

    @Test
    void another_agency_sees_its_own_alone_and_learns_of_no_alert_that_it_was_not_told_of() throws Exception {
        assertThat(lines(two.json(0, TIMELINE + "?as=police")))
                .containsExactly("AlertClosed WRONG NO_EFFECT OTHER_AGENCY");
        assertThat(lines(two.json(1, TIMELINE + "?as=school")))
                .containsExactly("AlertAcknowledged NO_EFFECT UNKNOWN_ALERT");
    }

    @Test
    void the_inbox_hides_what_is_snoozed_and_says_how_many_and_the_list_shows_all() throws Exception {
        await().atMost(TwoInstances.SOON).untilAsserted(() -> {
            JsonNode inbox = two.json(0, ALERTS + "&snoozed=hidden");
            assertThat(inbox.path("hidden").asInt()).isEqualTo(1);
            assertThat(ids(inbox)).hasSize(1).doesNotContain(unassessed);
        });
        assertThat(ids(two.json(0, ALERTS))).hasSize(2).contains(unassessed);
        assertThat(two.json(0, ALERTS).path("hidden").asInt()).isZero();
        assertThat(two.get(0, ALERTS + "&snoozed=perhaps").statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_snoozed_can_be_listed_by_itself() throws Exception {
        await().atMost(TwoInstances.SOON)
                .untilAsserted(() ->
                        assertThat(ids(two.json(0, ALERTS + "&snoozed=only"))).containsExactly(unassessed));
        assertThat(two.json(0, ALERTS + "&snoozed=only").path("hidden").asInt()).isZero();
    }

    @Test
    void a_list_is_narrowed_by_level_due_time_and_what_has_been_told_since_and_by_nothing_else() throws Exception {
        JsonNode all = two.json(0, ALERTS);
        assertThat(all.path("told").properties()).hasSize(2);
        assertThat(all.path("changed").asInt()).as("nothing was asked").isZero();
        assertThat(two.json(0, ALERTS + "&since=2026-01-01T00:00:00Z")
                        .path("changed")
                        .asInt())
                .isEqualTo(2);
        assertThat(ids(two.json(0, ALERTS + "&since=2026-01-01T00:00:00Z&changed=only")))
                .isEqualTo(ids(all));
        assertThat(ids(two.json(0, ALERTS + "&since=2027-01-01T00:00:00Z&changed=only")))
                .isEmpty();
        assertThat(ids(two.json(0, ALERTS + "&since=2027-01-01T00:00:00Z"))).isEqualTo(ids(all));
        assertThat(all.path("alerts").get(0).path("ruleId").asString()).isEqualTo("R01");
        assertThat(ids(two.json(0, ALERTS + "&dueWithin=0"))).contains(unassessed);
        assertThat(ids(two.json(0, ALERTS + "&dueWithin=0&late=hidden"))).isEmpty();
        for (JsonNode one : all.path("alerts")) {
            String level = one.path("level").asString();
            assertThat(two.json(0, ALERTS + "&level=" + level).path("alerts"))
                    .contains(one)
                    .allSatisfy(
                            fits -> assertThat(fits.path("level").asString()).isEqualTo(level));
        }
        for (String wrong :
                List.of("level=4", "level=-1", "dueWithin=-2", "late=2", "since=yesterday", "changed=only")) {
            assertThat(two.get(0, ALERTS + "&" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void who_was_told_on_which_ground_is_shown_beside_what_was_done_and_of_a_notice_its_own_alone() throws Exception {
        assertThat(history(joint, "social-services"))
                .containsExactly(
                        "social-services in full CLOSED on REPORT_DUTY",
                        "police joint-visit-proposed RESOLVED on REPORT_DUTY",
                        "AlertClosed HANDLED TOOK_EFFECT",
                        "AlertClosed NOT_USEFUL NO_EFFECT ALREADY_CLOSED",
                        "AlertClosed WRONG NO_EFFECT OTHER_AGENCY");
        assertThat(history(joint, "police"))
                .containsExactly(
                        "police joint-visit-proposed RESOLVED on REPORT_DUTY",
                        "AlertClosed WRONG NO_EFFECT OTHER_AGENCY");
        assertThat(history(unassessed, "social-services"))
                .containsExactly(
                        "social-services in full OPEN on OWN",
                        "AlertAcknowledged NO_EFFECT OTHER_AGENCY",
                        "AlertSnoozed TOOK_EFFECT");

        assertThat(two.get(0, path(unassessed, "school")).statusCode())
                .as("acted on it, and was never told of it")
                .isEqualTo(404);
        assertThat(two.get(0, path(joint, "region")).statusCode()).isEqualTo(403);
        assertThat(two.get(0, path(UUID.randomUUID(), "region")).body())
                .isEqualTo(two.get(0, path(joint, "region")).body());
        await().atMost(TwoInstances.SOON)
                .untilAsserted(() -> assertThat(two.accesses())
                        .filteredOn(access -> access.getWhat().equals("ALERT_HISTORY"))
                        .extracting(access -> access.getRole() + " " + access.getResult())
                        .contains("SOCIAL_SERVICES GRANTED", "POLICE GRANTED", "SCHOOL ABSENT", "REGION DENIED"));
    }

    @Test
    void an_agency_has_its_answer_to_a_notice_beside_it_and_may_list_what_is_answered_or_not() throws Exception {
        String polices = "/api/coordination/v1/alerts?municipality=2380&as=police";
        await().atMost(TwoInstances.SOON)
                .untilAsserted(() ->
                        assertThat(ids(two.json(0, polices + "&answered=only"))).containsExactly(joint));

        JsonNode answer = two.json(0, polices).path("answers").path(joint.toString());
        assertThat(answer.path("type").asString() + " " + answer.path("reason").asString())
                .isEqualTo("AlertClosed WRONG");
        assertThat(answer.path("occurredAt").asString()).isEqualTo("2026-03-06T11:03:00Z");
        assertThat(two.json(1, "/api/coordination/v1/alerts/" + joint + "?as=police")
                        .path("answer"))
                .isEqualTo(answer);
        assertThat(ids(two.json(0, polices + "&answered=hidden"))).doesNotContain(joint);
        assertThat(ids(two.json(0, polices))).contains(joint);
        assertThat(two.get(0, polices + "&answered=perhaps").statusCode()).isEqualTo(400);

        assertThat(two.json(0, ALERTS).path("answers"))
                .as("an alert in full has a status")
                .isEmpty();
        assertThat(two.json(0, "/api/coordination/v1/alerts?municipality=2380&as=school")
                        .path("answers"))
                .as("no notice of theirs")
                .isEmpty();
    }

    @Test
    void an_answer_that_is_taken_back_was_never_given() throws Exception {
        String regions = "/api/coordination/v1/alerts?municipality=2380&as=region&status=OPEN";
        JsonNode before = two.json(0, regions);
        assertThat(before.path("alerts")).as("a notice to the region").isNotEmpty();
        UUID notice = ids(before).getFirst();

        two.send(List.of(new AlertAcknowledged(header(6, Agency.REGION), notice)));
        await().atMost(TwoInstances.SOON)
                .untilAsserted(() ->
                        assertThat(ids(two.json(0, regions + "&answered=only"))).containsExactly(notice));
        two.send(List.of(
                new Retracted(header(7, Agency.REGION), header(6, Agency.REGION).getEventId(), "UNDONE")));

        await().atMost(TwoInstances.SOON)
                .untilAsserted(() ->
                        assertThat(ids(two.json(0, regions + "&answered=only"))).isEmpty());
        assertThat(two.json(0, regions).path("answers")).isEmpty();
        assertThat(two.json(0, regions).path("alerts")).isEqualTo(before.path("alerts"));
    }

    private static String path(UUID alert, String as) {
        return "/api/coordination/v1/alerts/" + alert + "/history?childId=" + OneChild.CHILD + "&as=" + as;
    }

    private static List<String> history(UUID alert, String as) throws Exception {
        JsonNode history = two.json(0, path(alert, as));
        List<String> lines = new ArrayList<>();
        history.path("told")
                .forEach(one -> lines.add("%s %s %s on %s"
                        .formatted(
                                one.path("recipient").asString(),
                                one.path("notice").asString("in full"),
                                one.path("status").asString(),
                                one.path("ground").asString())));
        lines.addAll(lines(history));
        return lines;
    }

    private static UUID alert(String rule) throws Exception {
        JsonNode of = two.json(0, ALERTS + "&rule=" + rule).path("alerts").get(0);
        return UUID.fromString(of.path("alertId").asString());
    }

    private static SpecificRecord acts(int minute, Agency agency, UUID alert, CloseReason reason) {
        return new AlertClosed(header(minute, agency), alert, reason);
    }

    private static EventHeader header(int minute, Agency agency) {
        return OneChild.header(500 + minute, agency, "2026-03-06T11:0%d:00Z".formatted(minute));
    }

    private static List<String> lines(JsonNode timeline) {
        List<String> lines = new ArrayList<>();
        timeline.path("actions")
                .forEach(one -> lines.add(String.join(
                                " ",
                                one.path("type").asString(),
                                one.path("reason").asString(""),
                                one.path("effect").asString(),
                                one.path("why").asString(""))
                        .replaceAll(" +", " ")
                        .strip()));
        return lines;
    }

    private static List<UUID> ids(JsonNode page) {
        List<UUID> ids = new ArrayList<>();
        page.path("alerts")
                .forEach(one -> ids.add(UUID.fromString(one.path("alertId").asString())));
        return ids;
    }
}
