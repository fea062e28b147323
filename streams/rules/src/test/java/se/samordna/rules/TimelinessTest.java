package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Action.AlertAcknowledged;
import se.samordna.rules.Action.AlertClosed;
import se.samordna.rules.Action.AlertReopened;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** What indicators are told of an alert (I20): whether it was answered by its due time, and only when that changed. */
class TimelinessTest {

    private static final String DUE = "2026-05-12T22:00:00Z";

    private final Story story = new Story(new R03(R03.Settings.DEFAULT));
    private UUID opened = new UUID(0, 0);
    private UUID alert = new UUID(0, 0);

    private void investigationDue() {
        opened = story.on("2026-01-12 13:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        story.on("2026-04-13 09:00");
        alert = story.alert(RuleId.R03, opened);
    }

    @Test
    void nobody_answers_and_it_counts_from_its_due_time_on() {
        investigationDue();
        story.on("2026-05-12 23:59");
        counted();
        story.on("2026-05-13 00:00");
        counted("2380 " + DUE + " false");
        toldTimes(1);
    }

    @Test
    void acknowledged_in_time_and_reopened_and_ended_late_it_stays_in_time() {
        investigationDue();
        story.on("2026-04-20 09:00").acts(Agency.SOCIAL_SERVICES, new AlertAcknowledged(alert));
        story.on("2026-04-21 09:00").acts(Agency.SOCIAL_SERVICES, new AlertClosed(alert, Action.CloseReason.HANDLED));
        story.on("2026-04-22 09:00").acts(Agency.SOCIAL_SERVICES, new AlertReopened(alert));
        story.on("2026-06-02 09:00").says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.SUPPORT));
        counted("2380 " + DUE + " true");
        toldTimes(2);
    }

    @Test
    void what_another_agency_does_or_what_is_done_too_late_is_no_answer() {
        investigationDue();
        story.on("2026-04-20 09:00").acts(Agency.SCHOOL, new AlertAcknowledged(alert));
        story.on("2026-05-13 09:00").acts(Agency.SOCIAL_SERVICES, new AlertAcknowledged(alert));
        counted("2380 " + DUE + " false");
        toldTimes(1);
    }

    @Test
    void an_answer_that_comes_to_light_after_the_end_changes_nothing_told_but_what_is_counted() {
        investigationDue();
        story.on("2026-06-02 09:00").says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.SUPPORT));
        int tellings = story.tellings().size();
        counted("2380 " + DUE + " false");

        story.on("2026-06-03 09:00");
        UUID late = action("2026-05-12 12:00");
        counted("2380 " + DUE + " true");
        story.retracts(late);
        counted("2380 " + DUE + " false");
        assertThat(story.tellings()).hasSize(tellings);
        toldTimes(3);
    }

    private UUID action(String local) {
        return story.saysOf(local, new AlertAcknowledged(alert));
    }

    @Test
    void a_correction_moves_its_due_time_and_a_retraction_takes_it_out() {
        investigationDue();
        story.on("2026-05-13 00:00");
        story.corrects(opened, "2026-01-02 13:00", new InvestigationOpened("i1", Optional.empty(), List.of()));
        counted("2380 2026-05-02T22:00:00Z false");
        story.retracts(opened);
        counted();
        toldTimes(3);
    }

    /** What counts now, and nothing else. */
    private void counted(String... alerts) {
        assertThat(story.measured().lines(story.now()))
                .containsExactly(List.of(alerts).stream()
                        .map(line -> "counted " + alert + " R03 " + line)
                        .toArray(String[]::new));
    }

    private void toldTimes(int times) {
        assertThat(story.measured().told()).isEqualTo(times);
    }
}
