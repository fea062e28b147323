package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationExtended;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** Investigation due (SoL 20:3). */
class R03Test {

    private final Story story = new Story(new R03(R03.Settings.DEFAULT));

    private static InvestigationOpened opened(String id) {
        return new InvestigationOpened(id, Optional.empty(), List.of());
    }

    @Test
    void four_months_from_the_last_of_october_end_with_february() {
        story.on("2025-10-31 13:00").says(opened("i1"));
        story.on("2026-01-31 00:00");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R03 OPEN 1 from 2026-01-31 00:00 due 2026-03-01 00:00");
        story.on("2026-02-15 00:00");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R03 OPEN 2 from 2026-01-31 00:00 due 2026-03-01 00:00");
        story.on("2026-03-01 00:01");
        and_nothing_else("SOCIAL_SERVICES R03 OPEN 3 from 2026-01-31 00:00 due 2026-03-01 00:00 overdue");
    }

    @Test
    void closed_within_three_months_it_never_was_one() {
        story.on("2026-01-12 13:00").says(opened("i1"));
        story.on("2026-04-11 13:00").says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.SUPPORT));
        story.on("2026-08-01 00:00");
        and_nothing_else();
    }

    @Test
    void an_extended_one_is_due_at_its_own_date() {
        UUID opened = story.on("2026-01-12 13:00").says(opened("i1"));
        story.on("2026-04-20 10:00").says(new InvestigationExtended("i1", LocalDate.of(2026, 6, 30)));
        story.on("2026-06-16 00:00");
        and_nothing_else("SOCIAL_SERVICES R03 OPEN 1 from 2026-06-16 00:00 due 2026-07-01 00:00");
        story.on("2026-06-17 00:00");
        and_nothing_else("SOCIAL_SERVICES R03 OPEN 2 from 2026-06-16 00:00 due 2026-07-01 00:00");
        Deadline deadline = new R03(R03.Settings.DEFAULT)
                .deadlines(View.own(story.child(), story.now(), Agency.SOCIAL_SERVICES))
                .getFirst();
        assertThat(deadline.anchor().id()).isEqualTo(opened);
        assertThat(deadline.dueAt()).isEqualTo(Calendar.end(LocalDate.of(2026, 6, 30)));
        assertThat(deadline.closedAt()).isEmpty();
    }

    @Test
    void a_corrected_opening_moves_the_reminder_under_the_same_alert() {
        UUID opened = story.on("2026-01-12 13:00").says(opened("i1"));
        story.on("2026-04-12 00:00");
        story.corrects(opened, "2026-02-12 13:00", opened("i1"));
        assertThat(story.tellings().getLast().cause()).contains(Cause.CORRECTED);
        story.on("2026-05-12 00:00");
        and_nothing_else("SOCIAL_SERVICES R03 OPEN 1 from 2026-05-12 00:00 due 2026-06-13 00:00");
        assertThat(story.tellings()).extracting(Effect.Tell::revision).containsExactly(1, 2, 3);
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
