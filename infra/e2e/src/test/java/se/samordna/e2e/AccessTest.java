package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import se.samordna.platform.Access;
import se.samordna.schemas.SpecificAvroSerde;

/** Who is shown what, through the one port and on the command line, and that it is in the log. */
@NeedsPlatform
class AccessTest {
    private static final String SOCIAL = "/api/social-services/v1/events";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern ALERT_ID = Pattern.compile("\"alertId\":\"([0-9a-f-]{36})\"");

    private final UUID child = UUID.randomUUID();
    private final UUID event = UUID.randomUUID();

    @Test
    void what_the_command_line_shows_of_a_child_is_in_the_access_log(Platform platform) {
        platform.http().post(SOCIAL, Events.report(child, event, "r1"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.http()
                                .get("/api/coordination/v1/alerts?municipality=2380&rule=R01&size=200")
                                .body())
                        .contains(child.toString()));
        List<Access> before = log(platform);

        var alerts = platform.run("alerts", "--child", child.toString(), "--json");
        Matcher alert = ALERT_ID.matcher(alerts.out().getFirst());
        assertThat(alert.find()).isTrue();
        var explained = platform.run("explain", alert.group(1));
        var nobody = platform.run("explain", UUID.randomUUID().toString());
        var none = platform.run("alerts", "--child", "201403122383");

        assertThat(explained.code()).as(explained.err()).isZero();
        assertThat(String.join("\n", explained.out()))
                .contains("R01 version 1", "law or plan", "SoL", child.toString(), event + " ConcernReportReceived");
        assertThat(List.of(nobody.code(), none.code())).containsExactly(1, 2);
        List<Access> since = log(platform);
        before.forEach(since::remove);
        assertThat(since.stream().filter(access -> !access.getChildId().equals(child)))
                .as("an alert that there is not, asked for as each agency")
                .hasSize(4)
                .allSatisfy(access -> assertThat(access.getChildId()).isEqualTo(new UUID(0, 0)))
                .allSatisfy(access ->
                        assertThat(access.getWhat() + " " + access.getResult()).isEqualTo("ALERT ABSENT"));
        assertThat(since.stream().filter(access -> access.getChildId().equals(child)))
                .extracting(Access::getWho, Access::getRole, Access::getPurpose, Access::getWhat, Access::getResult)
                .containsExactlyInAnyOrder(
                        tuple("operator", "OPERATOR", "COORDINATION", "ALERTS", "GRANTED"),
                        tuple("local", "SOCIAL_SERVICES", "COORDINATION", "ALERT", "GRANTED"),
                        tuple("local", "SOCIAL_SERVICES", "COORDINATION", "EXPLANATION", "GRANTED"));
    }

    @Test
    void an_agency_without_ground_is_refused_by_its_own_service_too(Platform platform) {
        platform.http().post(SOCIAL, Events.report(child, event, "r1"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                platform.http().get(status(SOCIAL, event)).body())
                        .contains("RELEASED"));

        var refused = platform.http().get(status("/api/schools/v1/events", event));
        var children = platform.http().get("/api/coordination/v1/children/" + child + "?as=school");

        assertThat(List.of(refused.status(), children.status())).containsExactly(403, 403);
        assertThat(List.of(refused.body(), children.body()))
                .allSatisfy(body -> assertThat(body).contains("no-ground"));
        assertThat(platform.http().get(status(SOCIAL, UUID.randomUUID())).status())
                .isEqualTo(404);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log(platform))
                        .filteredOn(access -> access.getChildId().equals(child))
                        .extracting(Access::getRole, Access::getWhat, Access::getResult)
                        .containsExactly(tuple("SCHOOL", "CHILD", "DENIED")));
    }

    @Test
    void a_sender_is_told_that_its_event_is_a_dead_letter(Platform platform) {
        UUID dead = UUID.randomUUID();
        byte[] whole = Records.report(platform.registry(), child, dead, "r1");
        try (var records = new Records(platform.bootstrap())) {
            records.send("social-services.events", child, Arrays.copyOf(whole, whole.length - 3));
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                platform.http().get(status(SOCIAL, dead)).body())
                        .contains("\"status\":\"DEAD_LETTERED\"", "\"reason\":\"bad-bytes\""));
        assertThat(platform.http().get(status("/api/police/v1/events", dead)).status())
                .isEqualTo(403);
        // What is dead says nothing of what may come: the same id in full is an event like any other.
        assertThat(platform.http()
                        .post(SOCIAL, Events.report(child, dead, "r1"))
                        .status())
                .isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                platform.http().get(status(SOCIAL, dead)).body())
                        .contains("RELEASED"));
    }

    private String status(String events, UUID id) {
        return events + "/" + id + "?childId=" + child;
    }

    private static List<Access> log(Platform platform) {
        List<Access> all = new ArrayList<>();
        try (var serde = SpecificAvroSerde.<SpecificRecord>forValues(platform.registry());
                var reader = serde.deserializer()) {
            AllBytes.of(
                    platform.bootstrap(),
                    List.of("platform.access-log"),
                    record -> all.add((Access) reader.deserialize(record.topic(), record.value())));
        }
        return all;
    }
}
