package se.samordna.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.coordination.AlertLine;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Ground;
import se.samordna.rules.Memory;
import se.samordna.rules.PoliceFact;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.SchoolFact;
import se.samordna.rules.SharedFact;
import se.samordna.rules.Timeline;

/** What gives an agency ground to look at a child. */
class SightTest {

    private static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-03-06T12:00:00Z");

    private final Child child = Child.empty(CHILD, Memory.COORDINATION);

    @ParameterizedTest(name = "on an inquiry of the schools and an incident on the ground {0}, {1} has ground: {2}")
    @CsvSource({
        "NONE, SCHOOL, true",
        "NONE, POLICE, true",
        "NONE, REGION, false",
        "NONE, SOCIAL_SERVICES, false",
        "REPORT_DUTY, SOCIAL_SERVICES, true",
        "REPORT_DUTY, REGION, false",
    })
    void own_events_are_ground_and_to_social_services_released_ones(Ground ground, Agency asker, boolean holds) {
        accept(1, Agency.SCHOOL, "2026-02-09T10:00:00Z", Ground.NONE, new SchoolFact.AbsenceInquiryOpened("a1"));
        accept(2, Agency.POLICE, "2026-02-10T10:00:00Z", ground, incident());

        assertThat(sight(asker).holds()).isEqualTo(holds);
    }

    @Test
    void an_event_of_a_day_to_come_and_one_taken_back_are_none() {
        accept(1, Agency.SCHOOL, "2026-03-07T10:00:00Z", Ground.OWN, new SchoolFact.AbsenceInquiryOpened("a1"));
        accept(2, Agency.POLICE, "2026-02-10T10:00:00Z", Ground.OWN, incident());
        assertThat(sight(Agency.SCHOOL).holds()).isFalse();
        assertThat(sight(Agency.POLICE).holds()).isTrue();

        accept(3, Agency.POLICE, "2026-02-11T10:00:00Z", Ground.OWN, new SharedFact.Retracted(id(2), "WRONG_CHILD"));

        assertThat(sight(Agency.POLICE).holds()).isFalse();
    }

    @Test
    void an_alert_in_full_is_ground_and_a_notice_is_not() {
        assertThat(new Sight(local(Agency.SCHOOL), List.of(), List.of(full())).holds())
                .isTrue();
        assertThat(new Sight(local(Agency.SCHOOL), List.of(), List.of(full())).municipality())
                .isEqualTo("2380");
        assertThat(new Sight(local(Agency.SCHOOL), List.of(), List.of(notice())).holds())
                .isFalse();
        assertThat(new Sight(local(Agency.SCHOOL), List.of(), List.of()).holds())
                .isFalse();
    }

    private Sight sight(Agency asker) {
        return new Sight(local(asker), Timeline.of(child, NOW, asker), List.of());
    }

    private static Asker local(Agency agency) {
        return new Asker(agency, Optional.empty(), "COORDINATION", false);
    }

    private void accept(int id, Agency agency, String at, Ground ground, Body body) {
        Instant occurred = Instant.parse(at);
        child.accept(
                new Event(
                        id(id),
                        CHILD,
                        "2380",
                        agency,
                        "urn:example",
                        occurred,
                        occurred.plusSeconds(2),
                        ground,
                        Optional.empty(),
                        ProtectedIdentity.NONE,
                        Optional.empty(),
                        body),
                NOW);
    }

    private static PoliceFact.PoliceIncident incident() {
        return new PoliceFact.PoliceIncident("p1", PoliceFact.IncidentKind.DOMESTIC_VIOLENCE, true);
    }

    private static UUID id(int id) {
        return UUID.fromString("6f0c0000-0000-4000-8000-%012d".formatted(id));
    }

    private static AlertLine full() {
        return new AlertLine.Full(
                id(9),
                "R02",
                CHILD,
                Optional.of("2380"),
                "OPEN",
                1,
                "HIGH",
                NOW,
                NOW,
                Optional.empty(),
                false,
                "a1",
                List.of(id(1)),
                "school",
                1,
                null);
    }

    private static AlertLine notice() {
        return new AlertLine.Notice(id(9), CHILD, "OPEN", NOW, "region", "sip-proposed", 1);
    }
}
