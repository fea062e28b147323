package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.RegionFact.MasDeviationClosed;
import se.samordna.rules.RegionFact.MasDeviationReported;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Care deviation (plan J3). */
class R19Test {

    private final Story story = new Story(new R19(R19.Settings.DEFAULT));

    private static final MasDeviationReported MISSED = new MasDeviationReported("v1", "BUP_VISIT_MISSED");

    private UUID placed(String local) {
        return story.on(local)
                .says(new PlacementStarted("p1", SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, true));
    }

    @Test
    void health_hears_in_full_of_its_own_part_and_social_services_that_it_is_open_and_then_closed() {
        placed("2026-01-01 10:00");
        UUID v = story.on("2026-01-12 10:00").says(Ground.CHILD_CARE_NEED, MISSED);
        told(
                "REGION R19 OPEN 1 from 2026-01-12 10:00 due 2026-01-26 10:00",
                "SOCIAL_SERVICES deviation-open OPEN due 2026-01-27 00:00");
        assertThat(story.evidence(REGION)).containsExactly("MasDeviationReported");
        UUID alert = story.alert(RuleId.R19, v);
        story.on("2026-01-13 10:00").acts(REGION, new Action.AlertClosed(alert, Action.CloseReason.HANDLED));
        told(
                "REGION R19 CLOSED 1 from 2026-01-12 10:00 due 2026-01-26 10:00",
                "SOCIAL_SERVICES deviation-open RESOLVED due 2026-01-27 00:00");
        story.on("2026-01-20 10:00").says(new MasDeviationClosed("v1"));
        and_nothing_else(
                "REGION R19 CLOSED 1 from 2026-01-12 10:00 due 2026-01-26 10:00",
                "SOCIAL_SERVICES deviation-closed RESOLVED due 2026-01-27 00:00");
    }

    @Test
    void another_kind_no_placement_or_one_that_ended_at_that_instant_gives_nothing() {
        story.on("2026-01-01 10:00").says(Ground.CHILD_CARE_NEED, MISSED);
        placed("2026-01-02 10:00");
        story.on("2026-01-03 10:00").says(Ground.CHILD_CARE_NEED, new MasDeviationReported("v2", "FALL"));
        story.on("2026-01-12 10:00").says(Ground.CHILD_CARE_NEED, MISSED);
        story.says(new PlacementEnded("p1"));
        story.on("2026-02-12 10:00");
        and_nothing_else();
    }

    @Test
    void a_late_placement_makes_it_one_and_its_retraction_takes_it_back() {
        story.on("2026-01-12 10:00").says(Ground.CHILD_CARE_NEED, MISSED);
        told();
        UUID p = story.on("2026-01-14 10:00")
                .saysOf(
                        "2026-01-12 10:00",
                        new PlacementStarted("p1", SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, true));
        told(
                "REGION R19 OPEN 1 from 2026-01-12 10:00 due 2026-01-26 10:00",
                "SOCIAL_SERVICES deviation-open OPEN due 2026-01-27 00:00");
        story.retracts(p);
        assertThat(story.tellings().getLast().cause()).contains(Cause.RETRACTED);
        and_nothing_else();
    }

    @Test
    void a_deviation_held_back_comes_with_an_investigation_and_a_correction_moves_it() {
        placed("2026-01-01 10:00");
        UUID v = story.on("2026-01-12 10:00").says(Ground.INVESTIGATION_DUTY, MISSED);
        told();
        story.on("2026-01-13 10:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        told(
                "REGION R19 OPEN 1 from 2026-01-12 10:00 due 2026-01-26 10:00",
                "SOCIAL_SERVICES deviation-open OPEN due 2026-01-27 00:00");
        story.corrects(v, "2026-01-10 10:00", MISSED);
        and_nothing_else(
                "REGION R19 OPEN 1 from 2026-01-10 10:00 due 2026-01-24 10:00",
                "SOCIAL_SERVICES deviation-open OPEN due 2026-01-25 00:00");
    }

    @Test
    void a_closing_told_by_consent_leaves_with_the_consent() {
        placed("2026-01-01 10:00");
        story.says(new ConsentGiven("c1", List.of(REGION), List.of(SOCIAL_SERVICES), Optional.empty()));
        story.on("2026-01-12 10:00").says(Ground.CHILD_CARE_NEED, MISSED);
        story.on("2026-01-13 10:00").saysBy("c1", new MasDeviationClosed("v1"));
        told(
                "REGION R19 RESOLVED 1 from 2026-01-12 10:00 due 2026-01-26 10:00 ended 2026-01-13 10:00",
                "SOCIAL_SERVICES deviation-closed RESOLVED due 2026-01-27 00:00");
        story.on("2026-01-14 10:00").says(new ConsentWithdrawn("c1"));
        and_nothing_else(
                "REGION R19 OPEN 1 from 2026-01-12 10:00 due 2026-01-26 10:00",
                "SOCIAL_SERVICES deviation-open OPEN due 2026-01-27 00:00");
    }

    private void told(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }

    private void and_nothing_else(String... lines) {
        told(lines);
    }
}
