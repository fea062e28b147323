package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.CaseworkerAssigned;
import se.samordna.rules.SocialFact.CaseworkerUnassigned;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** Child without caseworker (SoL 22:12). */
class R21Test {

    private final Story story = new Story(new R21(R21.Settings.DEFAULT));

    private static InvestigationOpened opened() {
        return new InvestigationOpened("i1", Optional.empty(), List.of());
    }

    private static InvestigationClosed closed() {
        return new InvestigationClosed("i1", SocialCode.InvestigationOutcome.SUPPORT);
    }

    @Test
    void five_days_without_anyone_over_the_change_to_summer_time() {
        story.on("2026-03-20 09:00").says(opened());
        story.on("2026-03-26 09:00").says(new CaseworkerUnassigned());
        story.on("2026-03-31 09:59");
        assertThat(story.told()).isEmpty();
        story.on("2026-03-31 10:00");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R21 OPEN 1 from 2026-03-31 10:00 due 2026-04-02 10:00");
        story.on("2026-04-02 10:01").says(new CaseworkerAssigned());
        and_nothing_else(
                "SOCIAL_SERVICES R21 RESOLVED 3 from 2026-03-31 10:00 due 2026-04-02 10:00 ended 2026-04-02 10:01");
    }

    @Test
    void the_case_is_open_while_anything_is_and_one_thing_may_follow_another_in_the_same_instant() {
        story.on("2026-01-05 09:00").says(opened());
        story.on("2026-01-06 09:00").says(new CaseworkerUnassigned());
        story.on("2026-01-08 09:00").says(closed());
        story.says(new SupportStarted("s1", "FAMILY"));
        story.on("2026-01-10 09:00")
                .says(new PlacementStarted("p1", SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, false));
        story.on("2026-01-12 09:00").says(new SupportEnded("s1", "DONE"));
        and_nothing_else("SOCIAL_SERVICES R21 OPEN 1 from 2026-01-11 09:00 due 2026-01-13 09:00");
        story.on("2026-01-12 10:00").says(new PlacementEnded("p1"));
        and_nothing_else(
                "SOCIAL_SERVICES R21 RESOLVED 1 from 2026-01-11 09:00 due 2026-01-13 09:00 ended 2026-01-12 10:00");
    }

    @Test
    void no_case_no_alert_even_if_one_opens_the_next_day() {
        story.on("2026-01-05 09:00").says(new CaseworkerUnassigned());
        story.on("2026-01-06 09:00").says(opened());
        story.on("2026-01-07 09:00").says(closed());
        story.says(new CaseworkerUnassigned()); // as it closes
        story.on("2026-02-07 09:00");
        and_nothing_else();
    }

    @Test
    void one_assigned_in_the_same_instant_or_within_five_days_leaves_none() {
        story.on("2026-01-05 09:00").says(opened());
        story.on("2026-01-06 09:00").says(new CaseworkerUnassigned());
        story.says(new CaseworkerAssigned());
        story.on("2026-01-16 09:00").says(new CaseworkerUnassigned());
        story.on("2026-01-21 09:00").says(new CaseworkerAssigned());
        story.on("2026-02-16 09:00");
        and_nothing_else();
    }

    @Test
    void an_assignment_that_comes_to_light_late_takes_it_back_and_retracted_gives_it_again() {
        story.on("2026-01-05 09:00").says(opened());
        story.on("2026-01-06 09:00").says(new CaseworkerUnassigned());
        UUID assigned = story.on("2026-01-12 09:00").saysOf("2026-01-07 09:00", new CaseworkerAssigned());
        assertThat(story.told()).isEmpty();
        assertThat(story.tellings().getLast().cause()).contains(Cause.LATE_EVENT);
        story.retracts(assigned);
        and_nothing_else("SOCIAL_SERVICES R21 OPEN 1 from 2026-01-11 09:00 due 2026-01-13 09:00");
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
