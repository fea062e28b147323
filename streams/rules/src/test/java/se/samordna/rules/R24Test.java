package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.FamilyPlanEnded;
import se.samordna.rules.SocialFact.FamilyPlanMade;
import se.samordna.rules.SocialFact.FamilyPlanReviewed;

/** Family plan review due. */
class R24Test {

    private final Story story = new Story(new R24(R24.Settings.DEFAULT));

    private static FamilyPlanMade made(String id, String review) {
        return new FamilyPlanMade(id, LocalDate.parse(review));
    }

    private static FamilyPlanReviewed reviewed(String id, String review) {
        return new FamilyPlanReviewed(id, LocalDate.parse(review));
    }

    @Test
    void the_review_day_has_passed_and_each_review_names_the_next_day() {
        story.on("2025-12-01 09:00").says(made("f1", "2026-03-20"));
        story.on("2026-03-20 23:59");
        assertThat(story.told()).isEmpty();
        story.on("2026-03-21 00:00");
        assertThat(story.told()) // 14 d over the change to summer time
                .containsExactly("SOCIAL_SERVICES R24 OPEN 1 from 2026-03-21 00:00 due 2026-04-04 01:00");
        assertThat(story.only().severity()).isEqualTo(Severity.LOW);
        story.on("2026-03-25 09:00").says(reviewed("f2", "2026-09-20"));
        story.on("2026-04-05 09:00").says(reviewed("f1", "2026-06-20"));
        story.on("2026-06-21 00:00");
        and_nothing_else(
                "SOCIAL_SERVICES R24 OPEN 1 from 2026-06-21 00:00 due 2026-07-05 00:00",
                "SOCIAL_SERVICES R24 RESOLVED 3 from 2026-03-21 00:00 due 2026-04-04 01:00 ended 2026-04-05 09:00");
    }

    @Test
    void a_day_already_past_begins_with_the_event_that_names_it() {
        UUID plan = story.on("2026-01-12 09:00").says(made("f1", "2026-01-02"));
        and_nothing_else("SOCIAL_SERVICES R24 OPEN 1 from 2026-01-12 09:00 due 2026-01-26 09:00");
        story.corrects(plan, "2026-01-12 09:00", made("f1", "2026-02-02"));
        and_nothing_else();
    }

    @Test
    void of_two_reviews_in_one_instant_the_later_in_order_names_the_day() {
        story.on("2026-01-12 09:00").says(reviewed("f1", "2026-01-20"));
        UUID second = story.says(reviewed("f1", "2026-01-25"));
        story.on("2026-01-30 09:00");
        assertThat(story.only().anchor()).isEqualTo(second.toString());
        and_nothing_else("SOCIAL_SERVICES R24 OPEN 1 from 2026-01-26 00:00 due 2026-02-09 00:00");
    }

    @Test
    void a_plan_ended_or_reviewed_as_it_was_made_is_not_waited_for() {
        story.on("2026-01-12 09:00").says(made("f1", "2026-02-02"));
        story.says(made("f2", "2026-02-02"));
        story.says(reviewed("f2", "2026-06-02"));
        story.on("2026-02-02 09:00").says(new FamilyPlanEnded("f1"));
        story.says(new FamilyPlanEnded("f2"));
        story.on("2026-07-02 09:00");
        and_nothing_else();
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
