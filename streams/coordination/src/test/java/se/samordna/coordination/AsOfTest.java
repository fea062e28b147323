package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.events.Agency;
import se.samordna.events.BupReferralReceived;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.ConsentGiven;
import se.samordna.events.ConsentWithdrawn;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.PoliceIncident;
import se.samordna.events.PoliceIncidentKind;
import se.samordna.events.ProtectedIdentity;
import se.samordna.events.ProtectionAssessed;
import se.samordna.events.ReporterType;
import se.samordna.events.Retracted;
import tools.jackson.databind.JsonNode;

/**
 * What was known then. On Monday a report comes in, and in the evening the police are in the home. On Wednesday they
 * correct that the child was there, and take back what they told of another evening; on Thursday it comes to light that
 * protection was assessed on Monday already, and a consent is withdrawn.
 */
class AsOfTest {
    private static final String CHILD = "/api/coordination/v1/children/" + OneChild.CHILD;
    private static final UUID GUARDED = UUID.fromString("0b540000-0000-4000-8000-000000000002");
    private static final String OTHER_CHILD = "/api/coordination/v1/children/" + GUARDED;
    private static final String TUESDAY = "2026-03-03T12:00:00Z";
    private static final String FRIDAY = "2026-03-06T12:00:00Z";

    @TempDir
    static Path directory;

    private static TwoInstances two;

    @BeforeAll
    static void a_week_has_passed() throws Exception {
        two = new TwoInstances("as-of", directory);
        two.send(List.of(
                new ConsentGiven(
                        header(1, Agency.SOCIAL_SERVICES, "2026-03-01T08:00:00Z"),
                        "c1",
                        List.of(Agency.SOCIAL_SERVICES, Agency.REGION),
                        List.of(Agency.SOCIAL_SERVICES, Agency.REGION),
                        null),
                new BupReferralReceived(byConsent(header(2, Agency.REGION, "2026-03-01T09:00:00Z")), "b1"),
                report(header(3, Agency.SOCIAL_SERVICES, "2026-03-02T09:00:00Z")),
                incident(header(4, Agency.POLICE, "2026-03-02T20:00:00Z"), true),
                incident(header(5, Agency.POLICE, "2026-03-02T22:00:00Z"), false),
                report(guarded(header(10, Agency.SOCIAL_SERVICES, "2026-03-02T09:00:00Z"), ProtectedIdentity.NONE))));
        EventHeader correction = header(6, Agency.POLICE, "2026-03-02T20:00:00Z");
        correction.setReceivedAt(Instant.parse("2026-03-04T12:00:00Z"));
        correction.setCorrects(id(4));
        EventHeader late = header(8, Agency.SOCIAL_SERVICES, "2026-03-02T11:00:00Z");
        late.setReceivedAt(Instant.parse("2026-03-05T09:00:00Z"));
        two.send(List.of(
                incident(correction, false),
                new Retracted(header(7, Agency.POLICE, "2026-03-04T12:30:00Z"), id(5), "WRONG_CHILD"),
                new ProtectionAssessed(late, "r1", false),
                new ConsentWithdrawn(header(9, Agency.SOCIAL_SERVICES, "2026-03-05T10:00:00Z"), "c1"),
                new ProtectionAssessed(
                        guarded(
                                header(11, Agency.SOCIAL_SERVICES, "2026-03-05T10:00:00Z"),
                                ProtectedIdentity.SECRECY_MARKED),
                        "r1",
                        false)));
        two.tick(Instant.parse(FRIDAY));
        two.start();
        await().atMost(TwoInstances.SOON).untilAsserted(() -> {
            assertThat(two.json(0, CHILD).path("asOf").asString()).isEqualTo(FRIDAY);
            assertThat(alerts(CHILD)).containsExactly("R01 RESOLVED");
            // The list of what is told follows its topic, and another child may lie in another partition.
            assertThat(two.json(0, CHILD).path("withdrawn")).isNotEmpty();
            assertThat(two.json(0, OTHER_CHILD).path("protectedIdentity").asString())
                    .isEqualTo("SECRECY_MARKED");
        });
    }

    @AfterAll
    static void close() {
        two.close();
    }

    @Test
    void the_alerts_stand_as_they_stood_then() throws Exception {
        assertThat(alerts(CHILD + "?asOf=2026-03-02T12:00:00Z")).containsExactly("R01 OPEN");
        assertThat(alerts(CHILD + "?asOf=" + TUESDAY)).containsExactlyInAnyOrder("R01 OPEN", "R06 OPEN");
        assertThat(alerts(CHILD + "?asOf=2026-03-04T13:00:00Z")).containsExactly("R01 OPEN");
        assertThat(alerts(CHILD + "?asOf=2026-03-05T09:30:00Z")).containsExactly("R01 RESOLVED");
        assertThat(two.json(0, CHILD + "?asOf=" + TUESDAY).path("asOf").asString())
                .isEqualTo(TUESDAY);
    }

    @Test
    void an_alert_taken_back_is_told_as_such_with_why_and_when_and_as_of_then_it_stands() throws Exception {
        JsonNode now = two.json(0, CHILD);

        assertThat(now.path("withdrawn")).singleElement().satisfies(one -> {
            assertThat(one.path("ruleId").asString()).isEqualTo("R06");
            assertThat(one.path("status").asString()).isEqualTo("WITHDRAWN");
            assertThat(one.path("withdrawnReason").asString()).isEqualTo("CORRECTED");
            assertThat(now.path("told").path(one.path("alertId").asString()).asString())
                    .startsWith("2026-03-0");
        });
        assertThat(two.json(0, CHILD + "?asOf=" + TUESDAY).has("withdrawn")).isFalse();
        assertThat(two.get(0, CHILD + "?as=school").statusCode()).isEqualTo(403);
    }

    @Test
    void a_correction_and_a_late_report_have_not_come_yet() throws Exception {
        String then = CHILD + "/timeline?asOf=" + TUESDAY;
        String now = CHILD + "/timeline";

        assertThat(event(two.json(0, then), 4).path("childPresent").asBoolean()).isTrue();
        assertThat(event(two.json(0, then), 4).path("corrected").asBoolean()).isFalse();
        assertThat(event(two.json(0, now), 4).path("childPresent").asBoolean()).isFalse();
        assertThat(types(then)).doesNotContain("ProtectionAssessed");
        assertThat(types(now)).contains("ProtectionAssessed");
    }

    @Test
    void what_is_not_for_their_eyes_today_is_not_shown_as_of_then_either() throws Exception {
        String then = CHILD + "/timeline?asOf=" + TUESDAY;

        assertThat(types(then)).containsExactly("ConsentGiven", "ConcernReportReceived", "PoliceIncident");
        assertThat(types(then + "&as=region")).containsExactly("BupReferralReceived");
        assertThat(types(then + "&as=police")).containsExactly("PoliceIncident", "PoliceIncident");
        assertThat(two.get(0, then + "&as=school").statusCode()).isEqualTo(403);
        assertThat(two.get(0, then + "&as=school").body())
                .isEqualTo(two.get(0, CHILD + "/timeline?as=school").body());
    }

    @Test
    void of_a_child_that_is_protected_since_nothing_earlier_is_shown() throws Exception {
        JsonNode shown = two.json(0, OTHER_CHILD + "?asOf=" + TUESDAY);

        assertThat(shown.path("asOf").asString()).isEqualTo(FRIDAY);
        assertThat(shown.path("protectedIdentity").asString()).isEqualTo("SECRECY_MARKED");
    }

    @Test
    void before_anything_was_known_there_is_nothing_and_a_later_instant_is_now() throws Exception {
        JsonNode before = two.json(0, CHILD + "/timeline?asOf=2026-02-01T00:00:00Z");

        assertThat(before.path("events")).isEmpty();
        assertThat(before.path("alerts")).isEmpty();
        assertThat(before.path("municipality").asString()).isEqualTo("2380");
        assertThat(two.json(0, CHILD + "?asOf=2030-01-01T00:00:00Z")
                        .path("asOf")
                        .asString())
                .isEqualTo(FRIDAY);
        assertThat(two.get(0, CHILD + "?asOf=yesterday").statusCode()).isEqualTo(400);
    }

    private static List<String> alerts(String path) throws IOException, InterruptedException {
        return stream(two.json(0, path).path("alerts"))
                .map(alert -> alert.path("ruleId").asString() + " "
                        + alert.path("status").asString())
                .toList();
    }

    private static List<String> types(String path) throws IOException, InterruptedException {
        return stream(two.json(0, path).path("events"))
                .map(event -> event.path("type").asString())
                .toList();
    }

    private static JsonNode event(JsonNode timeline, int number) {
        return stream(timeline.path("events"))
                .filter(event ->
                        event.path("eventId").asString().equals(id(number).toString()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static ConcernReportReceived report(EventHeader header) {
        return new ConcernReportReceived(header, "r1", ReporterType.POLICE, List.of(ConcernReason.NEGLECT), false);
    }

    private static PoliceIncident incident(EventHeader header, boolean childPresent) {
        header.setGround(Ground.REPORT_DUTY);
        return new PoliceIncident(header, "p-" + childPresent, PoliceIncidentKind.DOMESTIC_VIOLENCE, childPresent);
    }

    private static EventHeader byConsent(EventHeader header) {
        header.setGround(Ground.CONSENT);
        header.setConsentId("c1");
        return header;
    }

    private static EventHeader guarded(EventHeader header, ProtectedIdentity identity) {
        header.setChildId(GUARDED);
        header.setProtectedIdentity(identity);
        return header;
    }

    private static EventHeader header(int id, Agency agency, String occurredAt) {
        return OneChild.header(id, agency, occurredAt);
    }

    private static UUID id(int number) {
        return UUID.fromString("6f0c0000-0000-4000-8000-%012d".formatted(number));
    }
}
