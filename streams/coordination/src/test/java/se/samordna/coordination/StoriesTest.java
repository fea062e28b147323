package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samordna.alerts.AlertNotice;
import se.samordna.alerts.AlertStatus;
import se.samordna.alerts.Disclosure;
import se.samordna.events.Agency;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.ConsentWithdrawn;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.PoliceIncident;
import se.samordna.events.PoliceIncidentKind;
import se.samordna.events.ReporterType;
import se.samordna.schemas.Topics;

/** What the topology does with held events, recalls, conflicts and poison. */
class StoriesTest {

    private final County county = new County(1);

    @AfterEach
    void close() {
        county.close();
    }

    @Test
    void an_incident_on_no_ground_joins_nothing() {
        county.tick("2026-02-03T19:00:00Z").send(incident(Ground.NONE)).send(report(2, "r2"));
        county.tick("2026-02-04T10:00:00Z");

        assertThat(county.alerts(Agency.POLICE)).isEmpty();
        assertThat(rules()).containsExactly("R01");
    }

    @Test
    void the_same_incident_on_the_duty_to_report_does() {
        county.tick("2026-02-03T19:00:00Z").send(incident(Ground.REPORT_DUTY)).send(report(2, "r2"));
        county.tick("2026-02-04T10:00:00Z");

        assertThat(county.alerts(Agency.POLICE)).hasSize(1);
        assertThat(rules()).containsExactlyInAnyOrder("R01", "R06");
    }

    @Test
    void a_consent_withdrawn_recalls_what_was_told_by_it_and_nothing_else() {
        OneChild.lives(county);
        int before = county.told().size();

        county.send(new ConsentWithdrawn(OneChild.header(99, Agency.SOCIAL_SERVICES, "2026-03-06T11:00:00Z"), "c1"));

        assertThat(county.told().subList(before, county.told().size()))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.recipient()).isEqualTo(Agency.REGION);
                    AlertNotice recall = (AlertNotice) told.record();
                    assertThat(recall.getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
                    assertThat(recall.getRevision()).isGreaterThan(1);
                });
        assertThat(((Disclosure) county.disclosed().getLast()).getRecipient()).isEqualTo(Agency.REGION);
        assertThat(county.alerts(Agency.REGION)).isEmpty();
        assertThat(county.alerts(Agency.SOCIAL_SERVICES)).containsExactlyInAnyOrderElementsOf(OneChild.TO_SOCIAL);
    }

    @Test
    void a_copy_with_other_content_goes_to_the_dead_letters_as_it_came() {
        ConcernReportReceived first = report(2, "r2");
        ConcernReportReceived other = report(2, "r3");
        other.getHeader().setReceivedAt(first.getHeader().getReceivedAt().plusSeconds(60));
        county.tick("2026-02-04T10:00:00Z").send(first);
        List<String> alerts = county.alerts(Agency.SOCIAL_SERVICES);

        county.send(other).send(first);

        assertThat(county.dead()).singleElement().satisfies(dead -> {
            assertThat(dead.reason()).isEqualTo("conflicting-duplicate");
            assertThat(dead.value()).isEqualTo(county.bytes(other));
            assertThat(dead.topic()).isEqualTo("social-services.events");
        });
        assertThat(county.alerts(Agency.SOCIAL_SERVICES)).isEqualTo(alerts).hasSize(1);
    }

    @Test
    void a_school_day_with_other_content_goes_to_the_dead_letters_too() {
        java.time.LocalDate day = java.time.LocalDate.of(2026, 2, 3);
        county.tick("2026-02-04T10:00:00Z").send(OneChild.day(day, 0, 10)).restart();

        county.send(OneChild.day(day, 300, 10)).restart().send(OneChild.day(day, 0, 10));

        assertThat(county.dead()).extracting(County.Dead::reason).containsOnly("conflicting-duplicate");
        assertThat(county.told()).isEmpty();
    }

    @Test
    void poison_between_two_events_stops_nothing() {
        county.tick("2026-02-04T10:00:00Z");
        county.send(Topics.SOCIAL_SERVICES_EVENTS, OneChild.CHILD.toString(), new byte[] {7, 7, 7});
        county.send(report(2, "r2"));

        assertThat(county.dead()).extracting(County.Dead::reason).containsExactly("bad-magic");
        assertThat(rules()).containsExactly("R01");
    }

    private List<String> rules() {
        return county.told().stream()
                .map(County.Told::record)
                .filter(se.samordna.alerts.Alert.class::isInstance)
                .map(told -> ((se.samordna.alerts.Alert) told).getRuleId())
                .distinct()
                .toList();
    }

    private static ConcernReportReceived report(int id, String reportId) {
        return new ConcernReportReceived(
                OneChild.header(id, Agency.SOCIAL_SERVICES, "2026-02-04T07:30:00Z"),
                reportId,
                ReporterType.POLICE,
                List.of(ConcernReason.NEGLECT),
                false);
    }

    private static SpecificRecord incident(Ground ground) {
        EventHeader header = OneChild.header(4, Agency.POLICE, "2026-02-03T20:15:00Z");
        header.setGround(ground);
        return new PoliceIncident(header, "p1", PoliceIncidentKind.DOMESTIC_VIOLENCE, true);
    }
}
