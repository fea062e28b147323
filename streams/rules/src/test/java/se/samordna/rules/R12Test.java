package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.RegionFact.HealthExamDeclined;
import se.samordna.rules.RegionFact.HealthExamDone;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SocialFact.HealthExamNotified;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Placed child's health examination (SoL 22:7). */
class R12Test {

    private final Story story = new Story(new R12(R12.Settings.DEFAULT));

    private static final String NOTIFY = "SOCIAL_SERVICES R12 OPEN 1 from 2026-01-19 10:00 due 2026-01-20 10:00";
    private static final String EXAMINE = "SOCIAL_SERVICES R12 OPEN 1 from 2026-03-13 10:00 due 2026-03-27 10:00";

    private UUID placed() {
        return story.on("2026-01-12 10:00").says(placement("p1"));
    }

    private static PlacementStarted placement(String id) {
        return new PlacementStarted(id, SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, true);
    }

    @Test
    void a_week_without_notice_and_sixty_days_without_an_examination_are_two_alerts() {
        UUID p = placed();
        story.on("2026-01-19 09:59");
        told();
        story.on("2026-01-19 10:00");
        told("REGION health-exam-outstanding OPEN due 2026-01-21 00:00", NOTIFY);
        assertThat(story.tellings().getFirst().telling().alertId()).isEqualTo(story.alert(RuleId.R12, p, "/a"));
        story.on("2026-01-20 10:00").says(new HealthExamNotified("p1"));
        story.on("2026-03-13 10:00");
        told(
                "REGION health-exam-outstanding OPEN due 2026-03-28 00:00",
                "REGION health-exam-outstanding RESOLVED due 2026-01-21 00:00",
                "SOCIAL_SERVICES R12 OPEN 1 from 2026-03-13 10:00 due 2026-03-27 10:00",
                "SOCIAL_SERVICES R12 RESOLVED 1 from 2026-01-19 10:00 due 2026-01-20 10:00 ended 2026-01-20 10:00");
        assertThat(story.tellings().getLast().telling().alertId()).isEqualTo(story.alert(RuleId.R12, p, "/b"));
        story.on("2026-03-20 10:00").says(Ground.CHILD_CARE_NEED, new HealthExamDone(Optional.empty()));
        and_nothing_else(
                "REGION health-exam-outstanding RESOLVED due 2026-01-21 00:00",
                "REGION health-exam-outstanding RESOLVED due 2026-03-28 00:00",
                "SOCIAL_SERVICES R12 RESOLVED 1 from 2026-01-19 10:00 due 2026-01-20 10:00 ended 2026-01-20 10:00",
                "SOCIAL_SERVICES R12 RESOLVED 1 from 2026-03-13 10:00 due 2026-03-27 10:00 ended 2026-03-20 10:00");
    }

    @Test
    void an_examination_in_the_first_week_answers_both_and_one_of_another_placement_neither() {
        placed();
        story.on("2026-01-14 10:00").says(Ground.CHILD_CARE_NEED, new HealthExamDone(Optional.of("p2")));
        story.on("2026-01-15 10:00").says(Ground.CHILD_CARE_NEED, new HealthExamDone(Optional.of("p1")));
        story.on("2026-06-01 10:00");
        and_nothing_else();
    }

    @Test
    void a_declined_examination_ends_the_second_and_not_the_first() {
        placed();
        story.on("2026-01-15 10:00").says(Ground.CHILD_CARE_NEED, new HealthExamDeclined(Optional.of("p1")));
        story.on("2026-01-19 10:00");
        told("REGION health-exam-outstanding OPEN due 2026-01-21 00:00", NOTIFY);
        story.says(new PlacementEnded("p1")); // at the very instant it began: it never was one
        story.on("2026-06-01 10:00");
        and_nothing_else();
    }

    @Test
    void an_examination_held_back_counts_once_an_investigation_releases_it() {
        placed();
        story.on("2026-01-13 10:00").says(new HealthExamNotified("p1"));
        story.on("2026-03-10 10:00").says(Ground.INVESTIGATION_DUTY, new HealthExamDone(Optional.of("p1")));
        story.on("2026-03-13 10:00");
        told("REGION health-exam-outstanding OPEN due 2026-03-28 00:00", EXAMINE);
        story.on("2026-03-16 10:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        and_nothing_else();
    }

    @Test
    void an_examination_told_by_consent_counts_while_the_consent_stands() {
        placed();
        story.on("2026-01-13 10:00").says(new HealthExamNotified("p1"));
        story.says(new ConsentGiven("c1", List.of(REGION), List.of(SOCIAL_SERVICES), Optional.empty()));
        story.on("2026-03-10 10:00").saysBy("c1", new HealthExamDone(Optional.of("p1")));
        story.on("2026-03-14 10:00");
        told();
        story.says(new ConsentWithdrawn("c1"));
        and_nothing_else("REGION health-exam-outstanding OPEN due 2026-03-28 00:00", EXAMINE);
    }

    @Test
    void a_corrected_placement_moves_it_and_a_retracted_one_takes_it_back() {
        UUID p = placed();
        story.on("2026-01-19 12:00");
        told("REGION health-exam-outstanding OPEN due 2026-01-21 00:00", NOTIFY);
        story.corrects(p, "2026-01-12 11:00", placement("p1"));
        told(
                "REGION health-exam-outstanding OPEN due 2026-01-21 00:00",
                "SOCIAL_SERVICES R12 OPEN 1 from 2026-01-19 11:00 due 2026-01-20 11:00");
        story.retracts(p);
        and_nothing_else();
    }

    private void told(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }

    private void and_nothing_else(String... lines) {
        told(lines);
    }
}
