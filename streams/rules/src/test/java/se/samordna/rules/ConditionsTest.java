package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

        UUID opened = story.on("2026-01-25 09:00").says(new InvestigationOpened("i", Optional.empty(), List.of()));
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

    @Test
    void a_placed_child_without_a_school_has_waited_and_waits_until_enrolled() {
        UUID placed = story.on("2026-01-12 10:00").says(placement(true));
        story.on("2026-01-22 10:00");
        UUID alert = story.alert(RuleId.R13, placed, "/a");

        assertThat(told(RuleId.R13, alert))
                .contains("+ has waited: 10 d (≥ 10 d)", "- waits for any of: Enrolled, PlacementEnded")
                .noneMatch(line -> line.contains("active placements") || line.contains("run of absence"));

        UUID enrolled = story.on("2026-01-26 10:00").says(new SchoolFact.Enrolled("12345678"));
        assertThat(told(RuleId.R13, alert)).contains("+ ended: 2026-01-26T09:00:00Z Enrolled " + enrolled);
    }

    @Test
    void a_placed_child_who_is_away_from_school_has_a_placement_and_a_run_of_absence() {
        story.attends("2026-01-12", "2026-01-16", 60);
        story.on("2026-01-16 18:00").says(placement(false));
        UUID alert = story.alert(RuleId.R13, Story.id(2), "/b");

        assertThat(told(RuleId.R13, alert))
                .contains("+ active placements: 1 (≥ 1)", "- waits for any of: AttendanceReported, PlacementEnded")
                .anyMatch(line -> line.startsWith("+ run of absence: 2026-01-13"))
                .noneMatch(line -> line.contains("has waited"));

        UUID ended = story.on("2026-01-19 10:00").says(new SocialFact.PlacementEnded("p1"));
        assertThat(told(RuleId.R13, alert)).contains("+ ended: 2026-01-19T09:00:00Z PlacementEnded " + ended);
    }

    @Test
    void a_pupil_in_psychiatry_who_is_away_from_school_has_been_there_since_and_what_is_over_is_not_said() {
        story.on("2025-06-02 10:00").says(Ground.CHILD_CARE_NEED, contact("b0"));
        story.on("2025-08-04 10:00").says(Ground.CHILD_CARE_NEED, new RegionFact.BupClosed());
        story.on("2026-01-09 10:00").says(Ground.CHILD_CARE_NEED, contact("b1"));
        story.attends("2026-01-12", "2026-01-19", 60);

        assertThat(told(RuleId.R10, story.alert(RuleId.R10, Story.id(5))))
                .contains("- waits for any of: AttendanceReported, BupClosed, BupContact, SipStarted")
                .filteredOn(line -> line.contains("has lasted"))
                .containsExactly("+ has lasted: 10 d (≥ 0 d)");

        UUID plan = story.on("2026-01-20 10:00").says(new SharedFact.SipStarted("s", List.of(SCHOOL, REGION)));
        assertThat(told(RuleId.R10, story.alert(RuleId.R10, Story.id(5))))
                .contains("+ ended: 2026-01-20T09:00:00Z SipStarted " + plan);
    }

    @Test
    void an_overlap_says_which_agencies_have_been_at_it_and_how_long() {
        story.on("2025-12-01 10:00").says(new SocialFact.SupportStarted("s1", "FAMILY"));
        UUID second = story.on("2025-12-08 10:00").says(Ground.CHILD_CARE_NEED, contact("c1"));
        story.on("2025-12-23 10:00");

        assertThat(told(RuleId.R07, story.alert(RuleId.R07, second)))
                .contains("+ processes at once: SOCIAL_SERVICES, REGION (≥ 2)", "+ has lasted: 15 d (≥ 14 d)");
    }

    @Test
    void a_threat_to_the_home_says_its_worst_notice_and_no_milder_one() {
        UUID arrears = story.on("2026-03-16 10:00").says(notice(SocialCode.HousingKind.ARREARS, Optional.empty()));
        story.on("2026-03-26 09:00")
                .says(notice(SocialCode.HousingKind.DATE_SET, Optional.of(LocalDate.parse("2026-05-04"))));
        story.on("2026-03-27 09:00").says(notice(SocialCode.HousingKind.APPLIED, Optional.empty()));

        assertThat(told(RuleId.R11, story.alert(RuleId.R11, arrears)))
                .filteredOn(line -> line.contains("worst notice"))
                .containsExactly("+ worst notice: DATE_SET 2026-03-26T08:00:00Z 2026-05-04");
    }

    @Test
    void support_under_both_laws_says_how_many_supports_and_since_when() {
        story.on("2025-09-01 10:00").says(new SocialFact.SupportStarted("s0", "HOME"));
        story.on("2025-10-01 10:00").says(new SocialFact.SupportEnded("s0", "DONE"));
        story.on("2026-01-05 10:00").says(new SocialFact.SupportStarted("s1", "FAMILY"));
        UUID lss = story.on("2026-01-12 10:00").says(new SocialFact.LssDecided());
        story.on("2026-02-11 10:00");
        UUID alert = story.alert(RuleId.R26, lss);

        assertThat(told(RuleId.R26, alert))
                .contains("+ active supports: 1 (≥ 1)", "+ has lasted: 30 d (≥ 30 d)")
                .contains("- waits for any of: IrmelinCaseResolved, SipStarted, SupportEnded");

        UUID resolved = story.on("2026-02-12 10:00").says(new SocialFact.IrmelinCaseResolved());
        assertThat(told(RuleId.R26, alert)).contains("+ ended: 2026-02-12T09:00:00Z IrmelinCaseResolved " + resolved);
    }

    private static SocialFact.HousingNotice notice(SocialCode.HousingKind kind, Optional<LocalDate> date) {
        return new SocialFact.HousingNotice("h1", kind, date);
    }

    private static SocialFact.PlacementStarted placement(boolean schoolAge) {
        return new SocialFact.PlacementStarted(
                "p1", SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, schoolAge);
    }

    private static RegionFact.BupContact contact(String id) {
        return new RegionFact.BupContact(id, RegionFact.ContactKind.FOLLOW_UP);
    }

    private UUID report(String local, String id, SocialCode.ReporterType reporter) {
        return story.on(local).says(new ConcernReportReceived(id, reporter, List.of(), false));
    }

    private List<String> told(RuleId rule, UUID anchor, Agency asker) {
        return conditions(rule, anchor).stream()
                .filter(c -> c.isFor(asker, false))
                .map(ConditionsTest::line)
                .toList();
    }

    private List<String> told(RuleId rule, UUID alert) {
        return conditionsOf(rule, alert).stream().map(ConditionsTest::line).toList();
    }

    private static String line(Condition condition) {
        return (condition.met() ? "+ " : "- ") + condition.kind().label().en() + ": " + condition.value();
    }

    private List<Condition> conditions(RuleId rule, UUID anchor) {
        return conditionsOf(rule, story.alert(rule, anchor));
    }

    private List<Condition> conditionsOf(RuleId rule, UUID alert) {
        return new Explain(Rules.standard(), Decide.DEFAULT_NAMESPACE)
                .of(story.child(), story.now(), rule, alert)
                .orElseThrow()
                .conditions();
    }
}
