package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Action.AlertAcknowledged;
import se.samordna.rules.Action.AlertClosed;
import se.samordna.rules.Action.AlertReopened;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** What coordinators do with an alert. */
class ActionsTest {

    private final Story story = new Story(new R03(R03.Settings.DEFAULT));

    private UUID investigationDue() {
        UUID opened =
                story.on("2026-01-12 13:00").says(new InvestigationOpened("i1", java.util.Optional.empty(), List.of()));
        story.on("2026-04-13 09:00");
        return story.alert(RuleId.R03, opened);
    }

    @Test
    void acknowledged_closed_reopened_and_at_the_end_resolved() {
        UUID alert = investigationDue();
        story.acts(Agency.SOCIAL_SERVICES, new AlertAcknowledged(alert));
        said("ACKNOWLEDGED 1 from 2026-04-12 00:00 due 2026-05-13 00:00");
        story.on("2026-04-20 09:00").acts(Agency.SOCIAL_SERVICES, new AlertClosed(alert, Action.CloseReason.HANDLED));
        said("CLOSED 1 from 2026-04-12 00:00 due 2026-05-13 00:00");
        story.on("2026-06-01 09:00"); // its level stays that at the closing
        said("CLOSED 1 from 2026-04-12 00:00 due 2026-05-13 00:00");
        story.acts(Agency.SOCIAL_SERVICES, new AlertReopened(alert));
        said("OPEN 3 from 2026-04-12 00:00 due 2026-05-13 00:00 overdue");
        story.on("2026-06-02 09:00").says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.SUPPORT));
        said("RESOLVED 3 from 2026-04-12 00:00 due 2026-05-13 00:00 ended 2026-06-02 09:00");
    }

    @Test
    void a_closed_one_stays_closed_at_the_end_and_what_comes_after_the_end_does_nothing() {
        UUID alert = investigationDue();
        story.acts(Agency.SOCIAL_SERVICES, new AlertClosed(alert, Action.CloseReason.NOT_USEFUL));
        story.on("2026-04-20 09:00").says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.SUPPORT));
        story.acts(Agency.SOCIAL_SERVICES, new AlertReopened(alert));
        said("CLOSED 1 from 2026-04-12 00:00 due 2026-05-13 00:00");
    }

    @Test
    void an_action_waits_for_its_alert_but_counts_only_from_its_beginning() {
        UUID opened =
                story.on("2026-01-12 13:00").says(new InvestigationOpened("i1", java.util.Optional.empty(), List.of()));
        UUID alert = story.alert(RuleId.R03, opened);
        story.acts(Agency.SOCIAL_SERVICES, new AlertClosed(alert, Action.CloseReason.HANDLED));
        story.saysOf("2026-04-14 09:00", new AlertAcknowledged(alert));
        story.on("2026-04-13 09:00");
        said("OPEN 1 from 2026-04-12 00:00 due 2026-05-13 00:00");
        story.on("2026-04-14 09:00");
        said("ACKNOWLEDGED 1 from 2026-04-12 00:00 due 2026-05-13 00:00");
    }

    @Test
    void another_agency_cannot_close_it_and_snoozing_changes_nothing_told() {
        UUID alert = investigationDue();
        story.acts(Agency.SCHOOL, new AlertClosed(alert, Action.CloseReason.HANDLED));
        story.acts(Agency.SOCIAL_SERVICES, new Action.AlertSnoozed(alert, java.time.LocalDate.of(2026, 4, 30)));
        said("OPEN 1 from 2026-04-12 00:00 due 2026-05-13 00:00");
        assertThat(story.tellings()).hasSize(1);
    }

    @Test
    void a_retracted_closing_leaves_it_open() {
        UUID alert = investigationDue();
        UUID closing = story.acts(Agency.SOCIAL_SERVICES, new AlertClosed(alert, Action.CloseReason.WRONG));
        story.retracts(closing);
        said("OPEN 1 from 2026-04-12 00:00 due 2026-05-13 00:00");
        assertThat(story.tellings()).extracting(Effect.Tell::revision).containsExactly(1, 2, 3);
    }

    private void said(String alertAndNothingElse) {
        assertThat(story.told()).containsExactly("SOCIAL_SERVICES R03 " + alertAndNothingElse);
    }
}
