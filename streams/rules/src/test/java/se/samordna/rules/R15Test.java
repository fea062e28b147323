package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.RegionFact.Risk;
import se.samordna.rules.RegionFact.SelfHarmAssessed;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.JointCarePlanMade;
import se.samordna.rules.SocialFact.PlacementConsidered;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Self-harm and placement (plan S2; OSL 25:12). */
class R15Test {

    private final Story story = new Story(new R15(R15.Settings.DEFAULT));

    private static final SelfHarmAssessed HIGH = new SelfHarmAssessed(Risk.HIGH);

    @Test
    void a_high_risk_thirty_days_before_a_placement_is_considered_to_the_minute() {
        story.on("2026-01-11 09:59").says(Ground.CHILD_CARE_NEED, HIGH); // a minute too early
        story.on("2026-02-10 10:00").says(new PlacementConsidered());
        told();
        story.saysOf("2026-01-11 10:00", HIGH);
        and_nothing_else(
                "REGION R15 OPEN 1 from 2026-02-10 10:00 due 2026-02-11 10:00",
                "SOCIAL_SERVICES urgent-bup-coordination OPEN due 2026-02-12 00:00");
    }

    @Test
    void the_first_high_risk_within_thirty_days_after_and_health_sees_its_own_part_alone() {
        UUID c = story.on("2026-03-20 10:00").says(new PlacementConsidered());
        story.on("2026-04-10 10:00").says(Ground.CHILD_CARE_NEED, new SelfHarmAssessed(Risk.MEDIUM));
        story.on("2026-04-19 11:00").says(Ground.CHILD_CARE_NEED, HIGH); // 30 · 24 h: summer time came
        assertThat(story.evidence(REGION)).containsExactly("SelfHarmAssessed");
        assertThat(story.tellings().getFirst().telling().alertId()).isEqualTo(story.alert(RuleId.R15, c));
        story.on("2026-04-20 10:00").says(new JointCarePlanMade());
        and_nothing_else(
                "REGION R15 RESOLVED 1 from 2026-04-19 11:00 due 2026-04-20 11:00 ended 2026-04-20 10:00",
                "SOCIAL_SERVICES urgent-bup-coordination RESOLVED due 2026-04-21 00:00");
    }

    @Test
    void what_was_planned_or_placed_between_the_two_needs_no_alert_and_a_minute_too_late_is_no_pair() {
        story.on("2026-03-20 10:00").says(new PlacementConsidered());
        story.on("2026-03-21 10:00")
                .says(new PlacementStarted("p1", SocialCode.PlacementKind.SIS, SocialCode.PlacementLaw.LVU, false));
        story.on("2026-03-22 10:00").says(Ground.CHILD_CARE_NEED, HIGH);
        told();
        story.on("2026-06-01 10:00").says(new PlacementConsidered());
        story.on("2026-07-01 10:01").says(Ground.CHILD_CARE_NEED, HIGH);
        and_nothing_else();
    }

    @Test
    void health_acts_on_it_and_social_services_notice_knows_only_that_it_is_over() {
        story.on("2026-02-09 10:00").says(Ground.CHILD_CARE_NEED, HIGH);
        UUID c = story.on("2026-02-10 10:00").says(new PlacementConsidered());
        UUID alert = story.alert(RuleId.R15, c);
        story.on("2026-02-10 11:00").acts(SOCIAL_SERVICES, new Action.AlertClosed(alert, Action.CloseReason.HANDLED));
        story.on("2026-02-10 12:00").acts(REGION, new Action.AlertAcknowledged(alert));
        told(
                "REGION R15 ACKNOWLEDGED 1 from 2026-02-10 10:00 due 2026-02-11 10:00",
                "SOCIAL_SERVICES urgent-bup-coordination OPEN due 2026-02-12 00:00");
        story.on("2026-02-10 13:00").acts(REGION, new Action.AlertClosed(alert, Action.CloseReason.HANDLED));
        and_nothing_else(
                "REGION R15 CLOSED 1 from 2026-02-10 10:00 due 2026-02-11 10:00",
                "SOCIAL_SERVICES urgent-bup-coordination RESOLVED due 2026-02-12 00:00");
    }

    @Test
    void a_risk_told_by_consent_leaves_with_it_and_one_held_comes_with_an_investigation() {
        story.on("2026-02-09 10:00")
                .says(new ConsentGiven("c1", List.of(REGION), List.of(SOCIAL_SERVICES), Optional.empty()));
        story.saysBy("c1", HIGH);
        story.on("2026-02-10 10:00").says(new PlacementConsidered());
        story.says(new ConsentWithdrawn("c1"));
        assertThat(story.tellings().getLast().cause()).contains(Cause.CONSENT_WITHDRAWN);
        told();
        story.says(Ground.INVESTIGATION_DUTY, HIGH);
        told();
        story.on("2026-02-11 10:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        and_nothing_else(
                "REGION R15 OPEN 1 from 2026-02-10 10:00 due 2026-02-11 10:00",
                "SOCIAL_SERVICES urgent-bup-coordination OPEN due 2026-02-12 00:00");
    }

    @Test
    void a_corrected_risk_moves_it_and_a_retracted_one_takes_it_back() {
        story.on("2026-02-10 10:00").says(new PlacementConsidered());
        UUID h = story.on("2026-02-11 10:00").says(Ground.CHILD_CARE_NEED, HIGH);
        story.corrects(h, "2026-02-11 08:00", HIGH);
        told(
                "REGION R15 OPEN 1 from 2026-02-11 08:00 due 2026-02-12 08:00",
                "SOCIAL_SERVICES urgent-bup-coordination OPEN due 2026-02-13 00:00");
        story.retracts(h);
        and_nothing_else();
    }

    private void told(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }

    private void and_nothing_else(String... lines) {
        told(lines);
    }
}
