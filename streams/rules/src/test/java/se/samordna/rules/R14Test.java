package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialCode.PlacementKind;
import se.samordna.rules.SocialCode.PlacementLaw;
import se.samordna.rules.SocialFact.CustodyConsidered;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.LvuApplicationFiled;
import se.samordna.rules.SocialFact.LvuEnded;
import se.samordna.rules.SocialFact.LvuImmediateCare;
import se.samordna.rules.SocialFact.LvuSubmitted;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementReviewed;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Placement clocks (SoL 22:4, 13, 14; LVU 7–8, 13). */
class R14Test {

    private final Story story = new Story(new R14(R14.Settings.DEFAULT));

    private static PlacementStarted started(PlacementKind kind) {
        return new PlacementStarted("p1", kind, PlacementLaw.SOL, true);
    }

    private static PlacementMoved moved(PlacementKind kind) {
        return new PlacementMoved("p1", kind, true);
    }

    private static InvestigationClosed closed() {
        return new InvestigationClosed("i1", SocialCode.InvestigationOutcome.PLACEMENT);
    }

    @Test
    void care_is_reviewed_half_a_year_on_at_the_last_of_february_and_again_from_the_review() {
        UUID start = story.on("2025-08-31 13:00").says(started(PlacementKind.RESIDENTIAL));
        story.on("2026-01-28 23:59");
        assertThat(story.told()).isEmpty();
        story.on("2026-01-29 00:00");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R14 OPEN 1 from 2026-01-29 00:00 due 2026-03-01 00:00");
        assertThat(story.only().anchor()).isEqualTo(start + "/review");
        story.on("2026-03-01 00:01").says(new PlacementReviewed("p1"));
        story.on("2026-08-02 00:00");
        and_nothing_else(
                "SOCIAL_SERVICES R14 OPEN 1 from 2026-08-02 00:00 due 2026-09-02 00:00",
                "SOCIAL_SERVICES R14 RESOLVED 3 from 2026-01-29 00:00 due 2026-03-01 00:00 ended 2026-03-01 00:01");
    }

    @Test
    void a_review_before_the_reminder_leaves_none_and_one_outside_a_placement_starts_no_clock() {
        story.on("2025-08-31 13:00").says(started(PlacementKind.RESIDENTIAL));
        story.on("2026-01-28 13:00").says(new PlacementReviewed("p1"));
        story.on("2026-02-01 13:00").says(new PlacementEnded("p1"));
        story.says(new PlacementReviewed("p1")); // at the end, not within
        story.says(new PlacementReviewed("p2"));
        story.on("2027-01-01 00:00");
        and_nothing_else();
    }

    @Test
    void of_two_reviews_in_one_instant_the_later_in_order_carries_the_clock_on() {
        story.on("2025-08-31 13:00").says(started(PlacementKind.RESIDENTIAL));
        story.on("2025-09-15 13:00").says(new PlacementReviewed("p1"));
        UUID second = story.says(new PlacementReviewed("p1"));
        story.on("2026-02-14 00:00");
        assertThat(story.only().anchor()).isEqualTo(second + "/review");
        and_nothing_else("SOCIAL_SERVICES R14 OPEN 1 from 2026-02-13 00:00 due 2026-03-16 00:00");
    }

    @Test
    void custody_is_considered_after_two_years_in_a_foster_home_from_a_leap_day_and_then_yearly() {
        UUID start = story.on("2024-02-29 13:00").says(started(PlacementKind.FOSTER));
        story.on("2026-01-29 00:00");
        assertThat(told("/custody")).containsExactly("R14 OPEN " + start + "/custody due 2026-02-28T23:00:00Z");
        UUID considered = story.on("2026-02-01 13:00").says(new CustodyConsidered("p1"));
        story.on("2027-01-02 00:00");
        Alert again = alert(considered + "/custody");
        assertThat(again.evidence()).extracting(Evidence::eventId).containsExactlyInAnyOrder(start, considered);
        assertThat(told("/custody"))
                .containsExactly(
                        "R14 RESOLVED " + start + "/custody due 2026-02-28T23:00:00Z",
                        "R14 OPEN " + considered + "/custody due 2027-02-01T23:00:00Z");
    }

    @Test
    void considered_in_the_first_year_it_is_due_at_two_years_all_the_same() {
        story.on("2024-02-29 13:00").says(started(PlacementKind.FOSTER));
        UUID early = story.on("2025-01-10 13:00").says(new CustodyConsidered("p1"));
        story.on("2026-01-29 00:00");
        assertThat(told("/custody")).containsExactly("R14 OPEN " + early + "/custody due 2026-02-28T23:00:00Z");
    }

    @Test
    void a_move_to_another_foster_home_begins_the_two_years_anew_and_one_to_an_institution_ends_them() {
        story.on("2024-03-10 13:00").says(started(PlacementKind.FOSTER));
        UUID second = story.on("2025-03-10 13:00").says(moved(PlacementKind.FOSTER));
        story.on("2027-02-08 00:00");
        assertThat(told("/custody")).containsExactly("R14 OPEN " + second + "/custody due 2027-03-10T23:00:00Z");
        story.on("2027-02-09 10:00").says(moved(PlacementKind.SIS));
        assertThat(told("/custody")).containsExactly("R14 RESOLVED " + second + "/custody due 2027-03-10T23:00:00Z");
    }

    @Test
    void an_emergency_home_is_left_two_months_after_the_investigation_ended() {
        UUID start = story.on("2025-12-01 13:00").says(started(PlacementKind.EMERGENCY));
        UUID closed = story.on("2025-12-31 10:00").says(closed());
        story.on("2026-01-15 10:00").says(closed()); // the first counts
        story.on("2026-02-21 00:00");
        assertThat(story.only().evidence()).extracting(Evidence::eventId).containsExactly(start, closed);
        assertThat(story.only().anchor()).isEqualTo(start + "/emergency");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R14 OPEN 1 from 2026-02-21 00:00 due 2026-03-01 00:00");
        story.on("2026-03-02 10:00").says(moved(PlacementKind.FOSTER));
        and_nothing_else(
                "SOCIAL_SERVICES R14 RESOLVED 3 from 2026-02-21 00:00 due 2026-03-01 00:00 ended 2026-03-02 10:00");
    }

    @Test
    void an_investigation_that_ended_before_the_emergency_home_starts_no_clock_and_one_at_its_start_does() {
        story.on("2025-12-01 12:59").says(closed());
        UUID start = story.on("2025-12-01 13:00").says(started(PlacementKind.EMERGENCY));
        story.on("2026-01-26 00:00");
        assertThat(story.told()).isEmpty();
        story.saysOf("2025-12-01 13:00", closed());
        assertThat(story.only().anchor()).isEqualTo(start + "/emergency");
        and_nothing_else("SOCIAL_SERVICES R14 OPEN 1 from 2026-01-25 00:00 due 2026-02-02 00:00");
    }

    @Test
    void immediate_care_is_submitted_in_a_week_and_applied_for_in_four_over_summer_time() {
        UUID care = story.on("2026-03-24 15:00").says(new LvuImmediateCare());
        assertThat(story.told())
                .containsExactly(
                        "SOCIAL_SERVICES R14 OPEN 1 from 2026-03-24 15:00 due 2026-04-01 00:00",
                        "SOCIAL_SERVICES R14 OPEN 1 from 2026-03-24 15:00 due 2026-04-22 00:00");
        assertThat(alert(care + "/filing").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert(care + "/application").severity()).isEqualTo(Severity.CRITICAL);
        story.on("2026-03-31 23:59").says(new LvuSubmitted());
        story.on("2026-04-10 10:00").says(new LvuApplicationFiled());
        and_nothing_else(
                "SOCIAL_SERVICES R14 RESOLVED 1 from 2026-03-24 15:00 due 2026-04-01 00:00 ended 2026-03-31 23:59",
                "SOCIAL_SERVICES R14 RESOLVED 1 from 2026-03-24 15:00 due 2026-04-22 00:00 ended 2026-04-10 10:00");
    }

    @Test
    void ended_care_needs_neither_and_ended_at_once_never_did() {
        story.on("2026-03-24 15:00").says(new LvuImmediateCare());
        UUID end = story.on("2026-03-26 15:00").says(new LvuEnded());
        and_nothing_else(
                "SOCIAL_SERVICES R14 RESOLVED 1 from 2026-03-24 15:00 due 2026-04-01 00:00 ended 2026-03-26 15:00",
                "SOCIAL_SERVICES R14 RESOLVED 1 from 2026-03-24 15:00 due 2026-04-22 00:00 ended 2026-03-26 15:00");
        story.corrects(end, "2026-03-24 15:00", new LvuEnded());
        and_nothing_else();
    }

    private Alert alert(String anchor) {
        return alerts().stream()
                .filter(a -> a.anchor().equals(anchor))
                .findFirst()
                .orElseThrow();
    }

    private List<Alert> alerts() {
        return new Decide(new Rules(List.of(new R14(R14.Settings.DEFAULT))), Decide.DEFAULT_NAMESPACE)
                .alerts(story.child(), story.now());
    }

    private List<String> told(String suffix) {
        return alerts().stream()
                .filter(a -> a.anchor().endsWith(suffix))
                .map(a -> a.rule() + " " + a.status() + " " + a.anchor() + " due " + a.dueAt())
                .toList();
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
