package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.rules.PoliceFact.PoliceIncident;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.JointVisitDone;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;
import se.samordna.rules.SocialFact.ProtectionAssessed;

/** Joint home visit (plan S2; OSL 10:2, 10:21). */
class R06Test {

    private static final PoliceIncident INCIDENT =
            new PoliceIncident("p1", PoliceFact.IncidentKind.DOMESTIC_VIOLENCE, true);

    private final Story story = new Story();

    private void report(String local) {
        story.on(local).says(new ConcernReportReceived("r1", SocialCode.ReporterType.POLICE, List.of(), false));
        story.says(new ProtectionAssessed(Optional.empty(), true)); // R01 and R02 are other stories
        story.says(new PreliminaryAssessmentDecided("r1", SocialCode.PreliminaryOutcome.OPEN));
    }

    @Test
    void police_first_then_a_report_a_day_later_to_the_minute() {
        story.on("2026-03-28 20:00").says(Ground.CRIME_PREVENTION, INCIDENT);
        assertThat(story.told()).isEmpty();
        report("2026-03-29 21:00"); // 24 h later: the clocks went forward that night
        and_nothing_else(
                "POLICE joint-visit-proposed OPEN due 2026-03-31 00:00",
                "SOCIAL_SERVICES R06 OPEN 1 from 2026-03-29 21:00 due 2026-03-30 21:00");
    }

    @Test
    void a_report_first_then_police_and_the_visit_ends_it_for_both() {
        report("2026-01-12 09:00");
        story.on("2026-01-12 20:00").says(Ground.CRIME_PREVENTION, INCIDENT);
        story.on("2026-01-13 10:00").says(new JointVisitDone("p1", Optional.of(true)));
        and_nothing_else(
                "POLICE joint-visit-proposed RESOLVED due 2026-01-14 00:00",
                "SOCIAL_SERVICES R06 RESOLVED 1 from 2026-01-12 20:00 due 2026-01-13 20:00 ended 2026-01-13 10:00");
    }

    @Test
    void a_report_later_than_a_day_an_absent_child_and_a_ground_that_is_none_give_nothing() {
        story.on("2026-01-12 09:00").says(Ground.CRIME_PREVENTION, INCIDENT);
        story.on("2026-01-13 12:00")
                .says(Ground.OWN, new PoliceIncident("p2", PoliceFact.IncidentKind.VIOLENCE, false));
        story.says(Ground.NONE, new PoliceIncident("p3", PoliceFact.IncidentKind.VIOLENCE, true));
        report("2026-01-13 09:01");
        and_nothing_else();
    }

    @Test
    void evidence_is_the_incident_and_the_report() {
        report("2026-01-12 09:00");
        story.on("2026-01-12 20:00").says(Ground.CRIME_PREVENTION, INCIDENT);
        Effect.Tell toSocial = story.tellings().stream()
                .filter(t -> t.telling() instanceof Alert a && a.rule() == RuleId.R06)
                .findFirst()
                .orElseThrow();
        assertThat(((Alert) toSocial.telling()).evidence().stream().flatMap(e -> e.type().stream()))
                .containsExactly("ConcernReportReceived", "PoliceIncident");
        assertThat(toSocial.disclosure().ground()).isEqualTo(Ground.CRIME_PREVENTION);
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
