package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.POLICE;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Disclose.Allowed;
import se.samordna.rules.PoliceFact.PoliceIncident;
import se.samordna.rules.SocialFact.ConcernReportReceived;

/** The policy table, every cell of it, and what a telling of each kind shows. */
class DiscloseTest {

    private static final List<Ground> GROUNDS =
            Stream.of(Ground.values()).filter(g -> g != Ground.NONE).toList();

    private static final List<RuleId> OWN_RULES = List.of(
            RuleId.R01,
            RuleId.R02,
            RuleId.R03,
            RuleId.R05,
            RuleId.R09,
            RuleId.R11,
            RuleId.R14,
            RuleId.R16,
            RuleId.R21,
            RuleId.R22,
            RuleId.R23,
            RuleId.R24,
            RuleId.R25);

    private final Disclose disclose = new Disclose(Rules.standard());

    @Test
    void own_rules_tell_their_agency_in_full_on_its_own_ground_and_nobody_else_anything() {
        for (RuleId rule : OWN_RULES) {
            Agency owner = rule == RuleId.R09 ? SCHOOL : SOCIAL_SERVICES;
            for (Ground ground : Ground.values()) {
                for (Agency to : Agency.values()) {
                    Allowed expected = to == owner ? new Allowed.Full(Ground.OWN) : new Allowed.Nothing();
                    assertThat(disclose.allowed(rule, to, ground)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void feedback_is_owed_on_the_duty_to_report_whatever_the_decisions_ground() {
        for (Ground ground : Ground.values()) {
            assertThat(disclose.allowed(RuleId.R04, SOCIAL_SERVICES, ground)).isEqualTo(new Allowed.Full(Ground.OWN));
            for (Agency to : List.of(SCHOOL, REGION, POLICE)) {
                assertThat(disclose.allowed(RuleId.R04, to, ground))
                        .isEqualTo(new Allowed.ByAlert(List.of("opened", "not-opened", "ongoing"), Ground.REPORT_DUTY));
            }
        }
    }

    @Test
    void a_joint_visit_is_told_to_social_services_and_by_code_to_police() {
        for (Ground ground : GROUNDS) {
            assertThat(disclose.allowed(RuleId.R06, SOCIAL_SERVICES, ground)).isEqualTo(new Allowed.Full(ground));
            assertThat(disclose.allowed(RuleId.R06, POLICE, ground))
                    .isEqualTo(new Allowed.Coded("joint-visit-proposed", false, ground));
            assertThat(disclose.allowed(RuleId.R06, REGION, ground)).isEqualTo(new Allowed.Nothing());
            assertThat(disclose.allowed(RuleId.R06, SCHOOL, ground)).isEqualTo(new Allowed.Nothing());
        }
    }

    @Test
    void a_missing_plan_is_told_to_health_and_school_by_code_on_consent() {
        for (Ground ground : GROUNDS) {
            assertThat(disclose.allowed(RuleId.R07, SOCIAL_SERVICES, ground)).isEqualTo(new Allowed.Full(ground));
            for (Agency to : List.of(REGION, SCHOOL)) {
                assertThat(disclose.allowed(RuleId.R07, to, ground))
                        .isEqualTo(new Allowed.Coded("sip-proposed", true, Ground.CONSENT));
            }
            assertThat(disclose.allowed(RuleId.R07, POLICE, ground)).isEqualTo(new Allowed.Nothing());
        }
    }

    @Test
    void the_joined_rules_tell_health_in_full_of_its_own_part_and_the_others_by_code() {
        for (Ground ground : GROUNDS) {
            for (RuleId rule : List.of(RuleId.R15, RuleId.R19)) {
                assertThat(disclose.allowed(rule, REGION, ground)).isEqualTo(new Allowed.Full(ground));
            }
            assertThat(disclose.allowed(RuleId.R15, SOCIAL_SERVICES, ground))
                    .isEqualTo(new Allowed.Coded("urgent-bup-coordination", false, ground));
            assertThat(disclose.allowed(RuleId.R19, SOCIAL_SERVICES, ground))
                    .isEqualTo(new Allowed.ByAlert(List.of("deviation-open", "deviation-closed"), ground));
            assertThat(disclose.allowed(RuleId.R20, REGION, ground)).isEqualTo(new Allowed.Full(Ground.OWN));
            assertThat(disclose.allowed(RuleId.R20, SOCIAL_SERVICES, ground))
                    .isEqualTo(new Allowed.IfCaseOpen("bup-wait-exceeded", ground));
            for (Agency member : List.of(REGION, SCHOOL, POLICE)) {
                assertThat(disclose.allowed(RuleId.R08, member, ground))
                        .isEqualTo(new Allowed.ByAlert(List.of("sip-follow-up-due"), ground));
            }
            assertThat(disclose.allowed(RuleId.R10, REGION, ground))
                    .isEqualTo(new Allowed.Coded("school-asks-to-coordinate", false, ground));
            assertThat(disclose.allowed(RuleId.R10, SCHOOL, ground))
                    .isEqualTo(new Allowed.Coded("coordination-proposed", true, Ground.CONSENT));
            assertThat(disclose.allowed(RuleId.R26, REGION, ground))
                    .isEqualTo(new Allowed.Coded("sip-proposed", true, Ground.CONSENT));
            assertThat(disclose.allowed(RuleId.R26, SCHOOL, ground)).isEqualTo(new Allowed.Nothing());
            assertThat(disclose.allowed(RuleId.R18, POLICE, ground)).isEqualTo(new Allowed.Nothing());
        }
        assertThat(disclose.allowed(RuleId.R20, REGION, Ground.NONE)).isEqualTo(new Allowed.Full(Ground.OWN));
        assertThat(disclose.allowed(RuleId.R20, SOCIAL_SERVICES, Ground.NONE)).isEqualTo(new Allowed.Nothing());
    }

    @Test
    void no_ground_no_delivery_where_agencies_are_joined_and_no_rule_that_is_not_there() {
        Disclose some = new Disclose(new Rules(List.of(new R01(R01.Settings.DEFAULT))));
        for (Agency to : Agency.values()) {
            assertThat(disclose.allowed(RuleId.R06, to, Ground.NONE)).isEqualTo(new Allowed.Nothing());
            assertThat(disclose.allowed(RuleId.R07, to, Ground.NONE)).isEqualTo(new Allowed.Nothing());
            assertThat(some.allowed(RuleId.R17, to, Ground.OWN)).isEqualTo(new Allowed.Nothing());
        }
        int recipients = Rules.standard().all().stream()
                .mapToInt(r -> r.card().tells().size())
                .sum();
        assertThat(disclose.lines()).hasSize(recipients * Ground.values().length);
    }

    @Test
    void of_a_protected_child_other_agencies_evidence_is_ids_and_no_source_is_shown() {
        Story story = new Story();
        story.on("2026-01-12 09:00").says(Ground.CRIME_PREVENTION, incident());
        Event report = new Event(
                Story.id(77),
                Story.CHILD,
                "2380",
                SOCIAL_SERVICES,
                "urn:secret",
                story.now(),
                story.now(),
                Ground.OWN,
                Optional.empty(),
                ProtectedIdentity.PROTECTED_REGISTRATION,
                Optional.empty(),
                new ConcernReportReceived("r1", SocialCode.ReporterType.POLICE, List.of(), false));
        story.sends(report);
        Alert visit = story.tellings().stream()
                .flatMap(t -> t.telling() instanceof Alert a && a.rule() == RuleId.R06 ? Stream.of(a) : Stream.of())
                .findFirst()
                .orElseThrow();
        assertThat(visit.evidence())
                .containsExactly(
                        new Evidence(Story.id(1), Optional.empty(), Optional.empty()),
                        new Evidence(Story.id(77), Optional.of("ConcernReportReceived"), Optional.of(SOCIAL_SERVICES)));
        assertThat(visit.municipality()).isEqualTo("2380");
        assertThat(Timeline.of(story.child(), story.now(), SOCIAL_SERVICES))
                .extracting(e -> e.fact().event().source())
                .containsExactly("", "");
    }

    @Test
    void others_see_their_own_facts_alone_and_social_services_the_released_ones_too() {
        Story story = new Story();
        story.on("2026-01-12 09:00").says(Ground.CRIME_PREVENTION, incident());
        story.says(Ground.NONE, incident());
        story.says(new SchoolFact.Enrolled("12345678"));
        assertThat(Timeline.of(story.child(), story.now(), POLICE)).hasSize(2);
        assertThat(Timeline.of(story.child(), story.now(), SCHOOL)).hasSize(1);
        assertThat(Timeline.of(story.child(), story.now(), REGION)).isEmpty();
        assertThat(Timeline.of(story.child(), story.now(), SOCIAL_SERVICES)).hasSize(2);
    }

    private static PoliceIncident incident() {
        return new PoliceIncident("p1", PoliceFact.IncidentKind.VIOLENCE, true);
    }
}
