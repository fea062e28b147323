package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.RegionFact.SelfHarmAssessed;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementConsidered;

/** What a person is told who asks why. */
class ConditionsTest {

    private final Story story = new Story();

    @Test
    void two_groups_of_reporters_are_counted_until_an_investigation_opens() {
        report("2026-01-10 09:00", "a", SocialCode.ReporterType.SCHOOL);
        UUID second = report("2026-01-20 09:00", "b", SocialCode.ReporterType.POLICE);
        story.on("2026-01-22 10:00")
                .acts(SOCIAL_SERVICES, new Action.AlertAcknowledged(story.alert(RuleId.R05, second)));

        assertThat(told(RuleId.R05, second, SOCIAL_SERVICES))
                .containsExactly(
                        "+ hangs on: ConcernReportReceived 2026-01-20T08:00:00Z " + second,
                        "+ holds since: 2026-01-20T08:00:00Z",
                        "- waits for any of: CaseReviewed, InvestigationOpened",
                        "+ in time, due by: 2026-01-23T08:00:00Z",
                        "- reports counted: 2 (≥ 3)",
                        "+ groups of reporters: 2 (≥ 2)",
                        "+ a coordinator did: AlertAcknowledged 2026-01-22T09:00:00Z " + Story.id(3),
                        "+ rests on: ConcernReportReceived 2026-01-10T08:00:00Z " + Story.id(1) + " OWN",
                        "+ rests on: ConcernReportReceived 2026-01-20T08:00:00Z " + second + " OWN");

        UUID opened =
                story.on("2026-01-25 09:00").says(new InvestigationOpened("i", java.util.Optional.empty(), List.of()));
        assertThat(told(RuleId.R05, second, SOCIAL_SERVICES))
                .contains("+ ended: 2026-01-25T08:00:00Z InvestigationOpened " + opened)
                .noneMatch(line -> line.contains("waits for"));
    }

    @Test
    void absence_is_told_in_minutes_as_long_as_its_days_are_kept() {
        story.attends("2026-01-12", "2026-02-06", 0);
        story.attends("2026-02-09", "2026-02-12", 300);
        story.on("2026-02-13 00:00");
        UUID anchor = story.only().evidence().getFirst().eventId();

        assertThat(told(RuleId.R09, anchor, SCHOOL))
                .contains(
                        "+ level: 2 2026-02-12T23:00:00Z",
                        "+ run of absence: 2026-02-10 – 2026-02-12, 3 d",
                        "+ absence over 28 days, first high day: 600 / 6000 min = 10.0 % (≥ 10 %)",
                        "+ absence over 28 days, latest day: 1200 / 6000 min = 20.0 % (≥ 10 %)");
    }

    @Test
    void minutes_are_the_schools_own_while_it_keeps_one_of_the_days_to_itself() {
        story.on("2026-01-09 10:00")
                .says(Ground.CHILD_CARE_NEED, new RegionFact.BupContact("b1", RegionFact.ContactKind.FOLLOW_UP));
        story.attends("2026-01-12", "2026-01-23", 60);
        story.on("2026-01-26 10:00");
        UUID anchor = UUID.fromString(new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE)
                .alerts(story.child(), story.now()).stream()
                        .filter(alert -> alert.rule() == RuleId.R10)
                        .findFirst()
                        .orElseThrow()
                        .anchor());
        assertThat(told(RuleId.R10, anchor, SOCIAL_SERVICES)).anyMatch(line -> line.contains("absence over 28 days"));

        story.on("2026-01-26 16:00")
                .says(Ground.NONE, new SchoolFact.AttendanceReported(LocalDate.of(2026, 1, 26), true, 300, 0, 60));

        assertThat(told(RuleId.R10, anchor, SOCIAL_SERVICES))
                .contains("+ run of absence: 2026-01-13")
                .noneMatch(line -> line.contains("absence over 28 days"));
        assertThat(told(RuleId.R09, anchor, SCHOOL)).anyMatch(line -> line.contains("absence over 28 days"));
    }

    @Test
    void an_agency_is_told_of_its_own_events_alone_and_nobody_of_others_of_a_protected_child() {
        UUID risk = story.on("2026-01-10 09:00").says(new SelfHarmAssessed(RegionFact.Risk.HIGH));
        UUID considered = story.on("2026-01-12 09:00").says(new PlacementConsidered());

        assertThat(told(RuleId.R15, considered, SOCIAL_SERVICES))
                .contains(
                        "+ hangs on: PlacementConsidered 2026-01-12T08:00:00Z " + considered,
                        "+ time between them: 48.0 h (≤ 720 h)",
                        "+ rests on: SelfHarmAssessed 2026-01-10T08:00:00Z " + risk + " OWN RELEASED");
        assertThat(told(RuleId.R15, considered, REGION))
                .containsExactly(
                        "+ holds since: 2026-01-12T08:00:00Z",
                        "- waits for any of: JointCarePlanMade, PlacementStarted",
                        "+ in time, due by: 2026-01-13T08:00:00Z",
                        "+ rests on: SelfHarmAssessed 2026-01-10T08:00:00Z " + risk + " OWN RELEASED");
        assertThat(conditions(RuleId.R15, considered))
                .filteredOn(c -> c.isFor(SOCIAL_SERVICES, true))
                .noneMatch(c -> c.value().contains("SelfHarm") || c.kind() == Condition.Kind.APART);
    }

    private UUID report(String local, String id, SocialCode.ReporterType reporter) {
        return story.on(local).says(new ConcernReportReceived(id, reporter, List.of(), false));
    }

    private List<String> told(RuleId rule, UUID anchor, Agency asker) {
        return conditions(rule, anchor).stream()
                .filter(c -> c.isFor(asker, false))
                .map(c -> (c.met() ? "+ " : "- ") + c.kind().label().en() + ": " + c.value())
                .toList();
    }

    private List<Condition> conditions(RuleId rule, UUID anchor) {
        return new Explain(Rules.standard(), Decide.DEFAULT_NAMESPACE)
                .of(story.child(), story.now(), rule, story.alert(rule, anchor))
                .orElseThrow()
                .conditions();
    }
}
