package se.samordna.indicators.units;

import static se.samordna.indicators.units.Facts.moved;
import static se.samordna.indicators.units.Facts.opened;
import static se.samordna.indicators.units.Facts.placed;
import static se.samordna.indicators.units.Facts.report;
import static se.samordna.indicators.units.Facts.sip;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Agency;
import se.samordna.rules.PoliceFact.IncidentKind;
import se.samordna.rules.PoliceFact.PoliceIncident;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.ContactKind;
import se.samordna.rules.RegionFact.HealthExamDone;
import se.samordna.rules.RegionFact.TeamAccepted;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SharedFact.SipRefused;
import se.samordna.rules.SocialCode.PlacementKind;
import se.samordna.rules.SocialFact.JointVisitDone;
import se.samordna.rules.SocialFact.PlacementEnded;

/** I15 to I19 and I28: what the agencies do for a child together, as far as the gate lets them. */
class TogetherTest {

    @Test
    void a_placed_childs_health_is_examined_within_sixty_days() {
        Story.of("I15")
                .on("2026-01-10", "p", placed("p", PlacementKind.FOSTER, true))
                .on("2026-01-10", "short", placed("short", PlacementKind.EMERGENCY, true))
                .on("2026-03-11", "x", new HealthExamDone(Optional.of("p")))
                .on("2026-03-10", "e", new PlacementEnded("short"))
                .time("2026-03-12")
                .adds("I15 2380 2026-03 1/1");
    }

    @Test
    void an_examination_that_consent_no_longer_covers_is_as_if_it_was_not_done() {
        Story story = Story.of("I15")
                .on("2026-01-05", "c", consent("c", Optional.empty()))
                .on("2026-01-10", "p", placed("p", PlacementKind.FOSTER, true))
                .byConsent("c")
                .on("2026-02-11", "x", new HealthExamDone(Optional.of("p")))
                .openly()
                .time("2026-03-12");
        story.adds("I15 2380 2026-03 1/1");
        story.on("2026-05-01", "w", new ConsentWithdrawn("c")).adds("I15 2380 2026-03 0/1");
    }

    @Test
    void a_consent_that_runs_out_takes_what_rests_on_it_out_with_no_event() {
        Story story = Story.of("I15")
                .on("2026-01-05", "c", consent("c", Optional.of(LocalDate.parse("2026-06-30"))))
                .on("2026-01-10", "p", placed("p", PlacementKind.FOSTER, true))
                .byConsent("c")
                .on("2026-02-11", "x", new HealthExamDone(Optional.of("p")))
                .time("2026-06-30 23:59:59.999");
        story.adds("I15 2380 2026-03 1/1");
        story.time("2026-07-01 00:00:00").adds("I15 2380 2026-03 0/1");
    }

    @Test
    void a_child_the_team_accepted_is_not_placed_for_half_a_year() {
        Story story = Story.of("I16").on("2026-01-10", "a", new TeamAccepted()).time("2026-07-11 00:00:00");
        story.adds("I16 2380 2026-07 1/1");
        story.late("2026-08-01", "2026-07-10", "p", placed("p", PlacementKind.FOSTER, true))
                .adds("I16 2380 2026-07 0/1");
    }

    @Test
    void processes_side_by_side_for_more_than_fourteen_days_should_have_a_plan() {
        Story story = Story.of("I17")
                .on("2026-01-10", "i", opened("i"))
                .on("2026-01-17 00:00:00", "b", new BupContact("b", ContactKind.FOLLOW_UP))
                .on("2026-01-20", "x", new SipRefused());
        story.time("2026-01-31 00:00:00").adds("I17 2380 2026-01 1/1");
        story.retracts("2026-03-01", "x", Agency.SOCIAL_SERVICES).adds("I17 2380 2026-01 0/1");
        story.late("2026-03-02", "2026-01-19", "s", sip("s")).adds("I17 2380 2026-01 1/1");
        story.late("2026-03-03", "2026-01-31 00:00:00", "c", Facts.closed("i")).adds();
    }

    @Test
    void police_and_social_services_visit_within_a_day_of_the_later_of_incident_and_report() {
        Story story = Story.of("I18")
                .on("2026-01-30", "p", new PoliceIncident("e", IncidentKind.DOMESTIC_VIOLENCE, true))
                .on("2026-01-31 00:00:00", "r", report("r"))
                .on("2026-01-31 23:00:00", "v", new JointVisitDone("e", Optional.of(true)));
        story.time("2026-01-31 23:59:59.999").adds();
        story.time("2026-02-01 00:00:00").adds("I18 2380 2026-01 1/1");
    }

    @Test
    void from_the_day_a_second_agency_knows_until_they_first_act_together() {
        Story.of("I19")
                .on("2026-01-10", "r", report("r"))
                .on("2026-01-11", "too-early", sip("s0"))
                .on("2026-01-20", "b", new BupContact("b", ContactKind.FIRST_VISIT))
                .on("2026-01-25", "p", new PoliceIncident("e", IncidentKind.OTHER, false))
                .in("2303")
                .on("2026-03-01", "s", sip("s"))
                .on("2026-03-05", "s2", sip("s2"))
                .adds("I19 2303 2026-03 1/1 median 40");
    }

    @Test
    void a_stay_at_sis_ends_with_a_plan_or_without() {
        Story.of("I28")
                .on("2026-01-10", "p", placed("p", PlacementKind.SIS, true))
                .on("2026-02-01", "s", sip("s"))
                .on("2026-03-10", "m", moved("p", PlacementKind.FOSTER, true))
                .on("2026-05-10", "e", new PlacementEnded("p"))
                .on("2026-06-01", "q", placed("q", PlacementKind.SIS, true))
                .adds("I28 2380 2026-03 1/1");
    }

    private static ConsentGiven consent(String id, Optional<LocalDate> until) {
        return new ConsentGiven(id, List.of(Agency.REGION), List.of(Agency.SOCIAL_SERVICES), until);
    }
}
