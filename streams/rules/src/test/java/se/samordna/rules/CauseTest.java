package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.SupportDecided;

/** The reason that stands beside each telling: why something told is changed or taken back. */
class CauseTest {

    private final Story story = new Story(new R23(R23.Settings.DEFAULT));

    private UUID decidedAndTold() {
        UUID decided = story.on("2026-01-12 09:00").says(new SupportDecided("s1", "FAMILY"));
        story.on("2026-02-12 09:00");
        assertThat(causes()).containsExactly(Optional.empty());
        return decided;
    }

    @Test
    void a_first_telling_and_what_simply_happens_next_have_none() {
        decidedAndTold();
        story.says(new SocialFact.SupportStarted("s1", "FAMILY"));
        assertThat(causes()).containsExactly(Optional.empty(), Optional.empty());
        assertThat(story.told()).hasSize(1);
    }

    @Test
    void a_late_event_that_changes_a_standing_alert_is_no_repair_of_it() {
        decidedAndTold();
        story.on("2026-02-14 09:00").saysOf("2026-02-13 09:00", new SocialFact.SupportStarted("s1", "FAMILY"));
        assertThat(causes()).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void a_late_event_that_undoes_it_is_the_cause_of_its_recall() {
        decidedAndTold();
        story.saysOf("2026-01-20 09:00", new SocialFact.SupportStarted("s1", "FAMILY"));
        assertThat(causes()).containsExactly(Optional.empty(), Optional.of(Cause.LATE_EVENT));
        assertThat(story.told()).isEmpty();
    }

    @Test
    void a_correction_is_the_cause_of_a_new_revision() {
        UUID decided = decidedAndTold();
        story.corrects(decided, "2026-01-11 09:00", new SupportDecided("s1", "FAMILY"));
        assertThat(causes()).containsExactly(Optional.empty(), Optional.of(Cause.CORRECTED));
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R23 OPEN 1 from 2026-02-10 09:00 due 2026-02-17 09:00");
    }

    @Test
    void of_a_retraction_and_a_correction_at_once_the_weightier_is_told() {
        Child child = Child.empty(Story.CHILD, Memory.COORDINATION);
        Decide decide = new Decide(new Rules(List.of(new R23(R23.Settings.DEFAULT))), Decide.DEFAULT_NAMESPACE);
        UUID decided = decidedAndTold();
        Event told = story.child().find(decided).orElseThrow();
        child.accept(told, story.now());
        Told before = decide.decide(child, story.now(), Told.NOTHING).told();

        child.accept(
                Edit.of(told).id(Story.id(8)).corrects(Optional.of(decided)).done(), story.now());
        child.accept(
                Edit.of(told)
                        .id(Story.id(9))
                        .body(new SharedFact.Retracted(decided, "WRONG"))
                        .done(),
                story.now());

        assertThat(decide.decide(child, story.now(), before).effects())
                .filteredOn(Effect.Tell.class::isInstance)
                .extracting(e -> ((Effect.Tell) e).cause())
                .containsExactly(Optional.of(Cause.RETRACTED));
    }

    @Test
    void under_other_settings_all_is_judged_anew_and_what_changes_names_them_as_its_cause() {
        UUID decided = decidedAndTold();
        Child child = Child.empty(Story.CHILD, Memory.COORDINATION);
        child.accept(story.child().find(decided).orElseThrow(), story.now());
        Decide old = new Decide(new Rules(List.of(new R23(R23.Settings.DEFAULT))), Decide.DEFAULT_NAMESPACE);
        Told before = old.decide(child, story.now(), Told.NOTHING).told();

        Decide same = new Decide(new Rules(List.of(new R23(R23.Settings.DEFAULT))), Decide.DEFAULT_NAMESPACE);
        assertThat(same.decide(child, story.now(), before).told()).isSameAs(before);
        Decide other = new Decide(
                new Rules(List.of(new R23(R23.Settings.DEFAULT), new R22(R22.Settings.DEFAULT))),
                Decide.DEFAULT_NAMESPACE);
        assertThat(other.decide(child, story.now(), before).effects()).isEmpty();
        Decide longer = new Decide(new Rules(List.of(new R23(waiting(60)))), Decide.DEFAULT_NAMESPACE);

        assertThat(longer.decide(child, story.now(), before).effects())
                .filteredOn(Effect.Tell.class::isInstance)
                .extracting(e -> ((Effect.Tell) e).cause())
                .containsExactly(Optional.of(Cause.RULES_CHANGED));
    }

    private static R23.Settings waiting(int days) {
        return new R23.Settings(2, days, R23.Settings.DEFAULT.actDays());
    }

    @Test
    void protection_that_begins_tomorrow_strips_the_evidence_tomorrow() {
        Story joint = new Story(new R06(R06.Settings.DEFAULT));
        joint.on("2026-01-12 09:00")
                .says(
                        Ground.CRIME_PREVENTION,
                        new PoliceFact.PoliceIncident("p1", PoliceFact.IncidentKind.VIOLENCE, true));
        joint.says(new ConcernReportReceived("r1", SocialCode.ReporterType.POLICE, List.of(), false));
        UUID tomorrow = joint.saysOf("2026-01-13 09:00", new InvestigationOpened("i1", Optional.empty(), List.of()));
        joint.sends(Edit.of(joint.child().find(tomorrow).orElseThrow())
                .id(Story.id(50))
                .identity(ProtectedIdentity.SECRECY_MARKED)
                .done());
        joint.on("2026-01-13 08:59");
        assertThat(joint.evidence(Agency.SOCIAL_SERVICES))
                .containsExactlyInAnyOrder("PoliceIncident", "ConcernReportReceived");
        joint.on("2026-01-13 09:00");
        assertThat(joint.evidence(Agency.SOCIAL_SERVICES)).containsExactly("ConcernReportReceived");
    }

    private List<Optional<Cause>> causes() {
        return story.tellings().stream().map(Effect.Tell::cause).toList();
    }
}
