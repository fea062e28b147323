package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.events.Agency;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.PoliceIncident;
import se.samordna.events.PoliceIncidentKind;
import se.samordna.events.ReporterType;
import se.samordna.platform.Access;

/**
 * Who is answered of whom. On one child all but the region have said something, and the region has had a notice; of
 * another only the social services know; of a third only the police, on no ground; the rest nobody knows.
 */
class WhoMaySeeTest {

    private static final String ALL_KNOW = OneChild.CHILD.toString();
    private static final String SOCIAL_KNOW = "0b540000-0000-4000-8000-000000000002";
    private static final String POLICE_KNOW = "0b540000-0000-4000-8000-000000000003";
    private static final String ALERTS = "/api/coordination/v1/alerts";
    private static final String CHILDREN = "/api/coordination/v1/children/";
    private static final String EVENTS = "/api/coordination/v1/events/6f0c0000-0000-4000-8000-00000000ffff?childId=";
    private static final String EXPLANATION =
            "/api/coordination/v1/alerts/03568c8d-7c50-59d0-b25e-0a4eb17113f1/explanation?childId=";

    @TempDir
    static Path directory;

    private static TwoInstances two;

    @BeforeAll
    static void three_children_have_lived() throws Exception {
        two = new TwoInstances("who-may-see", directory);
        two.send(OneChild.events());
        EventHeader report = OneChild.header(91, Agency.SOCIAL_SERVICES, "2026-03-01T09:00:00Z");
        report.setChildId(UUID.fromString(SOCIAL_KNOW));
        EventHeader incident = OneChild.header(92, Agency.POLICE, "2026-03-01T09:00:00Z");
        incident.setChildId(UUID.fromString(POLICE_KNOW));
        incident.setGround(Ground.NONE);
        two.send(List.of(
                new ConcernReportReceived(report, "r9", ReporterType.SCHOOL, List.of(ConcernReason.NEGLECT), false),
                new PoliceIncident(incident, "p9", PoliceIncidentKind.DOMESTIC_VIOLENCE, true)));
        two.tick(Instant.parse("2026-03-06T12:00:00Z"));
        two.start();
        await().atMost(TwoInstances.SOON).untilAsserted(() -> {
            assertThat(two.json(0, CHILDREN + ALL_KNOW).path("asOf").asString()).isEqualTo("2026-03-06T12:00:00Z");
            assertThat(two.get(0, CHILDREN + SOCIAL_KNOW).statusCode()).isEqualTo(200);
            assertThat(two.get(0, CHILDREN + POLICE_KNOW + "?as=police").statusCode())
                    .isEqualTo(200);
        });
    }

    @AfterAll
    static void end() {
        two.close();
    }

    /** The police's last event is the one on the third child, which may join nothing and is of one family. */
    @Test
    void when_others_were_last_heard_is_told_to_the_day_and_the_askers_own_agency_to_the_millisecond()
            throws Exception {
        for (String path : List.of(
                ALERTS + "?municipality=2380",
                ALERTS + "?county=23",
                ALERTS + "/03568c8d-7c50-59d0-b25e-0a4eb17113f1",
                CHILDREN + ALL_KNOW,
                CHILDREN + ALL_KNOW + "/timeline")) {
            await().atMost(TwoInstances.SOON)
                    .untilAsserted(() -> assertThat(heard(path))
                            .as(path)
                            .containsExactly(
                                    "SOCIAL_SERVICES 2026-03-01T09:00:02Z false",
                                    "SCHOOL 2026-02-26T23:00:00Z false",
                                    "REGION null true",
                                    "POLICE 2026-02-28T23:00:00Z false"));
        }
        for (String path : List.of(
                ALERTS + "?municipality=2380&as=police",
                CHILDREN + POLICE_KNOW + "?as=police",
                CHILDREN + POLICE_KNOW + "/timeline?as=police")) {
            assertThat(heard(path))
                    .as(path)
                    .containsExactly(
                            "SOCIAL_SERVICES 2026-02-28T23:00:00Z false",
                            "SCHOOL 2026-02-26T23:00:00Z false",
                            "REGION null true",
                            "POLICE 2026-03-01T09:00:02Z false");
        }
    }

    /** Of Östersund's sources, when each was last heard and whether it is silent. */
    private static List<String> heard(String path) throws Exception {
        return two.json(0, path)
                .path("sources")
                .valueStream()
                .filter(source -> source.path("municipality").asString("2380").equals("2380"))
                .map(source -> source.path("agency").asString() + " "
                        + source.path("lastEventAt").asString("null") + " "
                        + source.path("silent").asBoolean())
                .toList();
    }

    @ParameterizedTest(name = "{0} asks for the child that {1} know: {2} {3}")
    @CsvSource({
        "social-services, all, 200, GRANTED",
        "social-services, social, 200, GRANTED",
        "social-services, police, 404, ABSENT",
        "social-services, none, 404, ABSENT",
        "school, all, 200, GRANTED",
        "school, social, 403, DENIED",
        "school, police, 403, DENIED",
        "school, none, 403, DENIED",
        "region, all, 403, DENIED",
        "region, social, 403, DENIED",
        "region, police, 403, DENIED",
        "region, none, 403, DENIED",
        "police, all, 200, GRANTED",
        "police, social, 403, DENIED",
        "police, police, 200, GRANTED",
        "police, none, 403, DENIED",
        "tax-office, all, 403, DENIED",
        "tax-office, none, 403, DENIED",
    })
    void each_asker_is_answered_and_logged(String as, String known, int status, String result) throws Exception {
        String child = child(known);
        int before = two.accesses().size();

        assertThat(two.get(0, CHILDREN + child + "?as=" + as).statusCode()).isEqualTo(status);
        assertThat(two.get(1, CHILDREN + child + "/timeline?as=" + as).statusCode())
                .isEqualTo(status);

        assertThat(two.accesses()).hasSize(before + 2);
        String role = as.equals("tax-office") ? "UNKNOWN" : as.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        assertThat(ofChild(child))
                .extracting(Access::getWhat, Access::getRole, Access::getResult)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("CHILD", role, result),
                        org.assertj.core.groups.Tuple.tuple("TIMELINE", role, result));
    }

    /** How long, EvenlyTest says: here that whoever is told nothing has waited. */
    @ParameterizedTest(name = "{0} asks for the child that {1} know")
    @CsvSource({"school, none", "school, social", "social-services, none", "social-services, police"})
    void whoever_is_told_nothing_has_waited_for_it(String as, String known) throws Exception {
        long asked = System.nanoTime();

        int status = two.get(0, CHILDREN + child(known) + "?as=" + as).statusCode();

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(status).isEqualTo(as.equals("school") ? 403 : 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"school", "region", "police", "tax-office"})
    void a_refusal_is_the_same_to_the_last_byte_whether_the_child_is_known_or_not(String as) throws Exception {
        List<String> children = new ArrayList<>(List.of(SOCIAL_KNOW, child("none"), child("none")));
        children.add(as.equals("police") ? child("none") : POLICE_KNOW);
        List<String> said = new ArrayList<>();
        for (String child : children) {
            for (int instance = 0; instance < 2; instance++) {
                said.add(whole(two.get(instance, CHILDREN + child + "?as=" + as)));
                said.add(whole(two.get(instance, CHILDREN + child + "/timeline?as=" + as)));
                said.add(whole(two.get(instance, EXPLANATION + child + "&as=" + as)));
                said.add(whole(two.get(instance, EVENTS + child + "&as=" + as)));
            }
        }

        assertThat(said.stream().distinct()).singleElement().asString().contains("403", "no-ground", "no-store");
    }

    @Test
    void social_services_are_told_no_more_of_a_child_with_held_events_than_of_one_that_nobody_knows() throws Exception {
        assertThat(whole(two.get(0, CHILDREN + POLICE_KNOW)))
                .isEqualTo(whole(two.get(0, CHILDREN + child("none"))))
                .contains("404", "unknown-child");
    }

    @Test
    void where_an_agency_has_ground_another_agencys_event_is_none_and_no_event_is_in_the_log() throws Exception {
        int before = two.accesses().size();
        String report = "/api/coordination/v1/events/6f0c0000-0000-4000-8000-000000000001?childId=" + ALL_KNOW;

        assertThat(whole(two.get(0, report + "&as=police")))
                .isEqualTo(whole(two.get(0, EVENTS + ALL_KNOW + "&as=police")))
                .contains("404", "unknown-event");
        assertThat(two.accesses()).hasSize(before);
    }

    @Test
    void an_agency_that_is_none_is_refused_alerts_too() throws Exception {
        assertThat(whole(two.get(0, "/api/coordination/v1/alerts?municipality=2380&as=tax-office")))
                .contains("403", "no-ground")
                .isEqualTo(whole(two.get(0, "/api/coordination/v1/alerts?county=23&as=tax-office")))
                .isEqualTo(whole(
                        two.get(0, "/api/coordination/v1/alerts/03568c8d-7c50-59d0-b25e-0a4eb17113f1?as=tax-office")));
    }

    private static List<Access> ofChild(String child) {
        return two.accesses().stream()
                .filter(access -> access.getChildId().toString().equals(child))
                .toList();
    }

    private static String child(String known) {
        return switch (known) {
            case "all" -> ALL_KNOW;
            case "social" -> SOCIAL_KNOW;
            case "police" -> POLICE_KNOW;
            default -> UUID.randomUUID().toString();
        };
    }

    /** Status, headers but the hour and whether the hundredth request of a connection ends it, and body. */
    private static String whole(HttpResponse<String> answer) {
        var headers = new java.util.TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("connection");
        return answer.statusCode() + " " + headers + " " + answer.body();
    }
}
