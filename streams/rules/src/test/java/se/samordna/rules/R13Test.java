package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SchoolFact.Enrolled;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Placed child's schooling (SoL 22:8). */
class R13Test {

    private final Story story = new Story(new R13(R13.Settings.DEFAULT));

    private static PlacementStarted placement(boolean schoolAge) {
        return new PlacementStarted("p1", SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, schoolAge);
    }

    private static PlacementMoved moved(String id, boolean schoolAge) {
        return new PlacementMoved(id, SocialCode.PlacementKind.RESIDENTIAL, schoolAge);
    }

    @Test
    void ten_days_without_a_school_until_enrolled() {
        UUID p = story.on("2026-01-12 10:00").says(placement(true));
        story.on("2026-01-22 09:59");
        told();
        story.on("2026-01-22 10:00");
        told(
                "SCHOOL social-services-asks-contact OPEN due 2026-02-02 00:00",
                "SOCIAL_SERVICES R13 OPEN 1 from 2026-01-22 10:00 due 2026-02-01 10:00");
        assertThat(story.tellings().getFirst().telling().alertId()).isEqualTo(story.alert(RuleId.R13, p, "/a"));
        story.on("2026-01-26 10:00").says(new Enrolled("12345678"));
        and_nothing_else(
                "SCHOOL social-services-asks-contact RESOLVED due 2026-02-02 00:00",
                "SOCIAL_SERVICES R13 RESOLVED 1 from 2026-01-22 10:00 due 2026-02-01 10:00 ended 2026-01-26 10:00");
    }

    @Test
    void each_move_within_the_placement_asks_anew_and_one_outside_it_or_of_a_small_child_does_not() {
        story.on("2026-01-12 10:00").says(placement(false));
        story.on("2026-01-13 10:00").says(moved("p2", true)); // no such placement
        UUID m = story.on("2026-01-20 10:00").says(moved("p1", true));
        story.on("2026-01-21 10:00").says(moved("p1", false));
        story.on("2026-01-30 10:00");
        told(
                "SCHOOL social-services-asks-contact OPEN due 2026-02-10 00:00",
                "SOCIAL_SERVICES R13 OPEN 1 from 2026-01-30 10:00 due 2026-02-09 10:00");
        assertThat(story.tellings().getFirst().telling().alertId()).isEqualTo(story.alert(RuleId.R13, m, "/a"));
        story.says(new PlacementEnded("p1")); // at the instant it began
        story.on("2026-02-01 10:00").says(moved("p1", true)); // after its end
        story.on("2026-06-01 10:00");
        and_nothing_else();
    }

    @Test
    void high_absence_while_placed_from_the_placement_to_its_end() {
        story.attends("2026-01-12", "2026-01-16", 60);
        UUID p = story.on("2026-01-16 18:00").says(placement(false));
        told(
                "SCHOOL social-services-asks-contact OPEN due 2026-01-27 00:00",
                "SOCIAL_SERVICES R13 OPEN 1 from 2026-01-16 18:00 due 2026-01-26 18:00");
        assertThat(story.tellings().getFirst().telling().alertId())
                .isEqualTo(story.alert(RuleId.R13, Story.id(2), "/b")); // the record of the 13th
        assertThat(story.evidence(SOCIAL_SERVICES)).containsExactly("AttendanceReported", "PlacementStarted");
        story.on("2026-01-19 10:00").says(new PlacementEnded("p1"));
        told(
                "SCHOOL social-services-asks-contact RESOLVED due 2026-01-27 00:00",
                "SOCIAL_SERVICES R13 RESOLVED 1 from 2026-01-16 18:00 due 2026-01-26 18:00 ended 2026-01-19 10:00");
        story.retracts(p);
        assertThat(story.tellings().getLast().cause()).contains(Cause.RETRACTED);
        and_nothing_else();
    }

    @Test
    void an_enrolment_told_by_consent_leaves_with_it_and_a_late_one_told_otherwise_ends_it_when_it_was() {
        story.on("2026-01-12 10:00").says(placement(true));
        story.says(new ConsentGiven("c1", List.of(SCHOOL), List.of(SOCIAL_SERVICES), Optional.empty()));
        story.on("2026-01-15 10:00").saysBy("c1", new Enrolled("12345678"));
        story.on("2026-01-25 10:00");
        told();
        story.says(new ConsentWithdrawn("c1"));
        told(
                "SCHOOL social-services-asks-contact OPEN due 2026-02-02 00:00",
                "SOCIAL_SERVICES R13 OPEN 1 from 2026-01-22 10:00 due 2026-02-01 10:00");
        UUID late = story.saysOf("2026-01-24 10:00", new Enrolled("12345678"));
        told(
                "SCHOOL social-services-asks-contact RESOLVED due 2026-02-02 00:00",
                "SOCIAL_SERVICES R13 RESOLVED 1 from 2026-01-22 10:00 due 2026-02-01 10:00 ended 2026-01-24 10:00");
        story.corrects(late, "2026-01-21 10:00", new Enrolled("12345678"));
        and_nothing_else();
    }

    @Test
    void a_run_whose_first_record_waits_for_an_investigation_waits_with_it() {
        story.on("2026-01-09 10:00").says(placement(false));
        story.attends("2026-01-12", "2026-01-12", 60);
        story.on("2026-01-13 16:00")
                .says(Ground.INVESTIGATION_DUTY, new AttendanceReported(LocalDate.of(2026, 1, 13), true, 300, 0, 60));
        story.attends("2026-01-14", "2026-01-15", 60);
        told();
        story.on("2026-01-16 10:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        and_nothing_else(
                "SCHOOL social-services-asks-contact OPEN due 2026-01-25 00:00",
                "SOCIAL_SERVICES R13 OPEN 1 from 2026-01-14 00:00 due 2026-01-24 00:00");
    }

    private void told(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }

    private void and_nothing_else(String... lines) {
        told(lines);
    }
}
