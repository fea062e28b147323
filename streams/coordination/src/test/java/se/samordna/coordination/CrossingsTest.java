package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samordna.alerts.Alert;
import se.samordna.events.Agency;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.EventHeader;
import se.samordna.events.IdentityMerged;
import se.samordna.events.ProtectionAssessed;
import se.samordna.events.ReporterType;
import se.samordna.events.Retracted;
import se.samordna.events.SiblingAssessed;
import se.samordna.events.SiblingLinked;
import se.samordna.schemas.Topics;
import se.samordna.streams.ChildStore;

/** What children tell each other goes out by a topic and comes in again: siblings, and two ids of one child. */
class CrossingsTest {

    private static final UUID ALVA = OneChild.CHILD;
    private static final UUID BO = UUID.fromString("0b540000-0000-4000-8000-00000000000b");

    private final County county = new County(1); // of two children one is always read anew

    @AfterEach
    void close() {
        county.close();
    }

    @Test
    void a_report_on_the_sister_is_told_on_the_brother_without_her_case_or_a_municipality() {
        county.tick("2026-01-12T09:00:00Z").send(new SiblingLinked(of(ALVA, 1, "2026-01-12T08:00:00Z"), BO));
        county.send(report(ALVA, 2, "2026-01-12T08:30:00Z"));

        assertThat(alertsOn(BO))
                .singleElement()
                .asString()
                .startsWith("{\"alertId\":\"")
                .contains("\"ruleId\":\"R17\"", "\"municipality\":null", "\"evidence\":[\"" + id(2) + "\"]");
        assertThat(last(BO).getEvidence())
                .singleElement()
                .satisfies(event -> assertThat(event.getType()).isNull());

        county.restart().send(new Retracted(of(ALVA, 3, "2026-01-12T08:40:00Z"), id(2), "WRONG"));
        assertThat(alertsOn(BO)).isEmpty();
        assertThat(last(BO).getWithdrawnReason()).isEqualTo("RETRACTED");
        assertThat(county.feeds()).hasSize(1);
        assertThat(county.dead()).isEmpty();
    }

    @Test
    void two_ids_of_one_child_are_one_until_that_is_taken_back_across_restarts() {
        county.tick("2026-01-12T09:00:00Z").send(report(ALVA, 1, "2026-01-12T08:00:00Z"));
        county.send(OneChild.day(java.time.LocalDate.of(2026, 1, 9), 10, 9));
        String before = alertsOn(ALVA).getFirst();
        county.restart().send(new IdentityMerged(of(BO, 2, "2026-01-12T08:30:00Z"), ALVA));

        assertThat(alertsOn(ALVA)).isEmpty();
        assertThat(last(ALVA).getWithdrawnReason()).isEqualTo("IDENTITY_MERGED");
        assertThat(last(ALVA).getSupersededBy()).isEqualTo(last(BO).getAlertId());
        assertThat(alertsOn(BO)).hasSize(1);

        // what comes late under the old id is judged under the new, and both survive their task
        county.restart()
                .send(new ProtectionAssessed(of(ALVA, 3, "2026-01-12T08:10:00Z"), "r1", false))
                .restart();
        assertThat(alertsOn(BO)).singleElement().asString().contains("\"status\":\"RESOLVED\"");

        county.send(new Retracted(of(ALVA, 4, "2026-01-12T08:50:00Z"), id(3), "WRONG"))
                .restart()
                .send(new Retracted(of(BO, 5, "2026-01-12T08:50:00Z"), id(2), "WRONG"));
        assertThat(alertsOn(BO)).isEmpty();
        assertThat(alertsOn(ALVA)).containsExactly(before);
        assertThat(county.dead()).isEmpty();
        // of what was told a number stays, so that nothing old can come back
        assertThat(county.entries(ChildStore.NAME))
                .filteredOn(entry -> entry.key.get().length == 34 && entry.key.get()[16] == 'X')
                .hasSize(2)
                .allMatch(entry -> entry.value.length < 40);
    }

    @Test
    void what_was_told_before_and_comes_once_more_changes_nothing() {
        county.tick("2026-01-12T09:00:00Z").send(report(ALVA, 1, "2026-01-12T08:00:00Z"));
        county.send(new SiblingLinked(of(ALVA, 2, "2026-01-12T08:00:00Z"), BO));
        county.send(new IdentityMerged(of(BO, 3, "2026-01-12T08:30:00Z"), ALVA));
        county.send(new Retracted(of(BO, 4, "2026-01-12T08:50:00Z"), id(3), "WRONG"));
        county.send(new Retracted(of(ALVA, 5, "2026-01-12T08:50:00Z"), id(2), "WRONG"));
        List<String> alerts = county.alerts(Agency.SOCIAL_SERVICES);
        int told = county.told().size();
        List<County.Crossed> crossed = List.copyOf(county.crossed());
        assertThat(crossed).hasSizeGreaterThan(4);

        county.restart();
        crossed.forEach(each -> county.send(Topics.CROSSINGS, each.key(), each.value()));
        crossed.reversed().forEach(each -> county.send(Topics.CROSSINGS, each.key(), each.value()));

        assertThat(county.alerts(Agency.SOCIAL_SERVICES)).isEqualTo(alerts).hasSize(1);
        assertThat(county.told()).hasSize(told);
        assertThat(county.crossed()).hasSize(crossed.size());
        assertThat(county.dead()).isEmpty();
    }

    @Test
    void what_no_child_told_goes_to_the_dead_letters_and_the_rest_goes_on() {
        county.tick("2026-01-12T09:00:00Z").send(Topics.CROSSINGS, BO.toString(), new byte[] {7, 7, 7});
        county.send(report(ALVA, 1, "2026-01-12T08:00:00Z"));

        assertThat(county.dead()).singleElement().satisfies(dead -> {
            assertThat(dead.topic()).isEqualTo("coordination.crossings");
            assertThat(dead.reason()).isEqualTo("bad-magic");
        });
        assertThat(alertsOn(ALVA)).hasSize(1);
    }

    @Test
    void more_than_a_record_holds_is_not_told_and_stops_nothing() {
        county.tick("2026-01-12T09:00:00Z").send(report(ALVA, 1, "2026-01-12T08:00:00Z"));
        large(ALVA, 10, 20).forEach(county::send);
        List<String> before = alertsOn(ALVA);

        county.send(new IdentityMerged(of(BO, 2, "2026-01-12T08:30:00Z"), ALVA));
        county.send(report(BO, 3, "2026-01-12T08:40:00Z"));

        assertThat(county.dead()).singleElement().satisfies(dead -> {
            assertThat(dead.topic()).isEqualTo("coordination.crossings");
            assertThat(dead.reason()).isEqualTo("child-too-large");
        });
        assertThat(alertsOn(ALVA)).isEqualTo(before).hasSize(1);
        assertThat(alertsOn(BO)).hasSize(1);
    }

    @Test
    void
            what_an_old_id_has_no_room_for_raises_one_alarm_and_put_back_after_the_merge_all_is_as_if_it_had_never_failed() {
        county.tick("2026-01-12T09:00:00Z").send(report(ALVA, 1, "2026-01-12T08:00:00Z"));
        county.send(new IdentityMerged(of(BO, 2, "2026-01-12T08:30:00Z"), ALVA));
        var many = large(ALVA, 10, 20);
        many.forEach(county::send);
        county.send(new ProtectionAssessed(large(ALVA, 3, "2026-01-12T08:40:00Z"), "r1", false));

        assertThat(county.dead())
                .hasSizeGreaterThan(2)
                .allMatch(dead -> dead.reason().equals("child-too-large"));
        assertThat(county.counted("samordna.children.too.large")).isEqualTo(1);
        assertThat(accounted()).as("the failed ones too").isEqualTo(3 + many.size());
        assertThat(alertsOn(BO))
                .as("as of what it was told last")
                .singleElement()
                .asString()
                .contains("\"status\":\"OPEN\"");

        county.send(new Retracted(of(BO, 4, "2026-01-12T08:50:00Z"), id(2), "WRONG"));
        List<County.Dead> dead = List.copyOf(county.dead());
        dead.forEach(letter -> county.send(Topics.SOCIAL_SERVICES_EVENTS, letter.key(), letter.value()));

        assertThat(county.dead()).isEqualTo(dead);
        assertThat(accounted()).as("each once, and the retraction").isEqualTo(4 + many.size());
        assertThat(alertsOn(BO)).isEmpty();
        try (County undisturbed = new County(1)) {
            undisturbed.tick("2026-01-12T09:00:00Z").send(report(ALVA, 1, "2026-01-12T08:00:00Z"));
            large(ALVA, 10, 20).forEach(undisturbed::send);
            undisturbed.send(new ProtectionAssessed(large(ALVA, 3, "2026-01-12T08:40:00Z"), "r1", false));
            assertThat(county.alerts(Agency.SOCIAL_SERVICES))
                    .isEqualTo(undisturbed.alerts(Agency.SOCIAL_SERVICES))
                    .hasSize(1);
        }
    }

    /** So many events of 60 kilobytes, which is nearly as much as intake lets through. */
    private static List<SpecificRecord> large(UUID child, int first, int many) {
        List<SpecificRecord> events = new ArrayList<>();
        for (int id = first; id < first + many; id++) {
            events.add(new SiblingAssessed(large(child, id, "2026-01-12T08:00:00Z")));
        }
        return events;
    }

    private static EventHeader large(UUID child, int id, String at) {
        EventHeader header = of(child, id, at);
        header.setSource("urn:test:" + "x".repeat(60_000));
        return header;
    }

    private List<String> alertsOn(UUID child) {
        return county.alerts(Agency.SOCIAL_SERVICES).stream()
                .filter(line -> line.contains(child.toString()))
                .toList();
    }

    private Alert last(UUID child) {
        return county.told().stream()
                .map(County.Told::record)
                .map(Alert.class::cast)
                .filter(alert -> alert.getChildId().equals(child))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static ConcernReportReceived report(UUID child, int id, String at) {
        return new ConcernReportReceived(of(child, id, at), "r1", ReporterType.SCHOOL, List.of(), false);
    }

    private static EventHeader of(UUID child, int id, String at) {
        EventHeader header = OneChild.header(id, Agency.SOCIAL_SERVICES, at);
        header.setChildId(child);
        header.setReceivedAt(Instant.parse(at).plusSeconds(2));
        return header;
    }

    private static UUID id(int id) {
        return UUID.fromString("6f0c0000-0000-4000-8000-%012d".formatted(id));
    }

    /** How many of the agencies' events coordination says it has accounted for. */
    private long accounted() {
        county.passes(Duration.ofSeconds(1));
        return county.receipts().entrySet().stream()
                .filter(number -> number.getKey().contains("//"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
