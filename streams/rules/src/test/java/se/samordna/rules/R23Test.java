package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.SupportDecided;
import se.samordna.rules.SocialFact.SupportDecisionRevoked;
import se.samordna.rules.SocialFact.SupportStarted;

/** Decided, not started. */
class R23Test {

    private final Story story = new Story(new R23(R23.Settings.DEFAULT));

    private static SupportDecided decided(String id) {
        return new SupportDecided(id, "FAMILY");
    }

    private static SupportStarted started(String id) {
        return new SupportStarted(id, "FAMILY");
    }

    @Test
    void thirty_days_of_24_hours_after_the_decision_over_the_change_to_winter_time() {
        story.on("2025-10-10 09:00").says(decided("s1"));
        story.on("2025-10-20 09:00").says(started("s2"));
        story.on("2025-11-09 08:00");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R23 OPEN 1 from 2025-11-09 08:00 due 2025-11-16 08:00");
        assertThat(story.only().severity()).isEqualTo(Severity.MEDIUM);
        story.on("2025-11-16 08:01").says(started("s1"));
        and_nothing_else(
                "SOCIAL_SERVICES R23 RESOLVED 3 from 2025-11-09 08:00 due 2025-11-16 08:00 ended 2025-11-16 08:01");
    }

    @Test
    void a_decision_revoked_waits_for_nothing_and_one_started_at_once_neither() {
        story.on("2026-01-05 09:00").says(decided("s1"));
        story.says(decided("s2"));
        story.says(started("s2"));
        story.on("2026-02-03 09:00").says(new SupportDecisionRevoked("s1"));
        story.on("2026-03-05 09:00");
        and_nothing_else();
    }

    @Test
    void a_start_before_the_decision_is_not_its_own_and_each_decision_has_its_alert() {
        story.on("2026-01-05 08:00").says(started("s1"));
        story.on("2026-01-05 09:00").says(decided("s1"));
        UUID again = story.on("2026-01-06 09:00").says(decided("s1"));
        story.on("2026-02-06 09:00").retracts(again);
        and_nothing_else("SOCIAL_SERVICES R23 OPEN 1 from 2026-02-04 09:00 due 2026-02-11 09:00");
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
