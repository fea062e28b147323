package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.HomeSupportEnded;
import se.samordna.rules.SocialFact.HomeSupportRuledOut;
import se.samordna.rules.SocialFact.HomeSupportStarted;
import se.samordna.rules.SocialFact.PlacementConsidered;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Placement without home support. */
class R25Test {

    private final Story story = new Story(new R25(R25.Settings.DEFAULT));

    @Test
    void a_placement_is_considered_and_support_at_home_was_not_tried() {
        UUID considered = story.on("2026-03-25 09:00").says(new PlacementConsidered());
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R25 OPEN 1 from 2026-03-25 09:00 due 2026-04-01 10:00");
        assertThat(story.only().evidence()).extracting(Evidence::eventId).containsExactly(considered);
        assertThat(story.only().severity()).isEqualTo(Severity.MEDIUM);
        story.on("2026-04-01 10:01").says(new HomeSupportStarted("s1"));
        and_nothing_else(
                "SOCIAL_SERVICES R25 RESOLVED 3 from 2026-03-25 09:00 due 2026-04-01 10:00 ended 2026-04-01 10:01");
    }

    @Test
    void ruled_out_with_a_reason_or_placed_it_is_over() {
        story.on("2026-01-12 09:00").says(new PlacementConsidered());
        story.on("2026-01-13 09:00").says(new HomeSupportRuledOut("DANGER"));
        story.on("2026-01-14 09:00").says(new PlacementConsidered());
        story.on("2026-01-15 09:00")
                .says(new PlacementStarted("p1", SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, true));
        and_nothing_else(
                "SOCIAL_SERVICES R25 RESOLVED 1 from 2026-01-12 09:00 due 2026-01-19 09:00 ended 2026-01-13 09:00",
                "SOCIAL_SERVICES R25 RESOLVED 1 from 2026-01-14 09:00 due 2026-01-21 09:00 ended 2026-01-15 09:00");
    }

    @Test
    void tried_within_180_days_it_was_tried_and_180_days_to_the_minute_is_too_long_ago() {
        story.on("2025-11-01 09:00").says(new HomeSupportStarted("s1"));
        story.on("2025-12-01 09:00").says(new HomeSupportEnded("s1", "NO_EFFECT"));
        story.on("2026-04-30 09:59").says(new PlacementConsidered());
        and_nothing_else();
        story.on("2026-04-30 10:00").says(new PlacementConsidered()); // 180 d, and it is summer time
        and_nothing_else("SOCIAL_SERVICES R25 OPEN 1 from 2026-04-30 10:00 due 2026-05-07 10:00");
    }

    @Test
    void started_in_the_same_instant_there_is_none_and_a_start_retracted_gives_one() {
        story.on("2026-01-12 09:00").says(new PlacementConsidered());
        UUID started = story.says(new HomeSupportStarted("s1"));
        assertThat(story.told()).isEmpty();
        story.on("2026-01-20 09:00").retracts(started);
        and_nothing_else("SOCIAL_SERVICES R25 OPEN 3 from 2026-01-12 09:00 due 2026-01-19 09:00 overdue");
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
