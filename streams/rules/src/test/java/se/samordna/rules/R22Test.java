package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.ChildConversationHeld;
import se.samordna.rules.SocialFact.ChildConversationNotPossible;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** Child not heard (barnkonventionen art. 12). */
class R22Test {

    private final Story story = new Story(new R22(R22.Settings.DEFAULT));

    private static InvestigationOpened opened(String id) {
        return new InvestigationOpened(id, Optional.empty(), List.of());
    }

    private static ChildConversationHeld held(Optional<String> id) {
        return new ChildConversationHeld(id, OptionalInt.of(40));
    }

    @Test
    void sixty_days_of_24_hours_without_a_conversation() {
        story.on("2026-02-10 09:00").says(opened("i1"));
        story.on("2026-04-11 09:59");
        assertThat(story.told()).isEmpty();
        story.on("2026-04-11 10:00");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R22 OPEN 1 from 2026-04-11 10:00 due 2026-04-25 10:00");
        assertThat(story.only().severity()).isEqualTo(Severity.MEDIUM);
        story.on("2026-04-25 10:01").says(held(Optional.of("i1")));
        and_nothing_else(
                "SOCIAL_SERVICES R22 RESOLVED 3 from 2026-04-11 10:00 due 2026-04-25 10:00 ended 2026-04-25 10:01");
    }

    @Test
    void a_conversation_of_no_named_investigation_is_of_every_one_and_of_another_of_none() {
        story.on("2026-01-05 09:00").says(opened("i1"));
        story.on("2026-01-06 09:00").says(opened("i2"));
        story.on("2026-01-10 09:00").says(new ChildConversationNotPossible("i1", "ABROAD"));
        story.on("2026-03-20 09:00").says(held(Optional.empty()));
        and_nothing_else(
                "SOCIAL_SERVICES R22 RESOLVED 1 from 2026-03-07 09:00 due 2026-03-21 09:00 ended 2026-03-20 09:00");
    }

    @Test
    void a_conversation_before_the_opening_is_not_of_it_and_one_at_it_is() {
        story.on("2026-01-05 08:59").says(held(Optional.of("i1")));
        story.on("2026-01-05 09:00").says(opened("i1"));
        story.on("2026-03-06 09:00");
        assertThat(story.told()).hasSize(1);
        story.saysOf("2026-01-05 09:00", held(Optional.of("i1")));
        and_nothing_else();
    }

    @Test
    void closed_in_time_it_never_was_one_and_closed_on_the_day_it_was_to_begin_neither() {
        story.on("2026-01-05 09:00").says(opened("i1"));
        UUID closed = story.on("2026-03-06 09:00")
                .says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.NO_SUPPORT));
        assertThat(story.tellings()).hasSize(2); // told as the clock struck, and taken back
        and_nothing_else();
        story.on("2026-03-07 09:00").retracts(closed);
        and_nothing_else("SOCIAL_SERVICES R22 OPEN 1 from 2026-03-06 09:00 due 2026-03-20 09:00");
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
