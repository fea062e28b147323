package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Action.AlertAcknowledged;
import se.samordna.rules.Action.AlertClosed;
import se.samordna.rules.Action.AlertReopened;
import se.samordna.rules.Action.AlertSnoozed;
import se.samordna.rules.Action.CloseReason;
import se.samordna.rules.ActionEffect.NoEffect;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** Two coordinators on one alert: whose action counted is told to both, and nobody's is lost silently. */
class ActionLogTest {

    private static final Agency SOCIAL = Agency.SOCIAL_SERVICES;

    private final Story story = new Story(new R03(R03.Settings.DEFAULT), new R09(R09.Settings.DEFAULT));

    private UUID investigationDue() {
        UUID opened = story.on("2026-01-12 13:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        story.on("2026-04-13 09:00");
        return story.alert(RuleId.R03, opened);
    }

    @Test
    void of_two_who_close_it_the_second_sees_that_the_first_was_before() {
        UUID alert = investigationDue();
        story.acts(SOCIAL, new AlertAcknowledged(alert));
        story.on("2026-04-13 09:05").acts(SOCIAL, new AlertAcknowledged(alert));
        story.on("2026-04-13 09:10").acts(SOCIAL, new AlertClosed(alert, CloseReason.HANDLED));
        story.on("2026-04-13 09:11").acts(SOCIAL, new AlertClosed(alert, CloseReason.NOT_USEFUL));
        story.on("2026-04-13 09:12").acts(SOCIAL, new AlertAcknowledged(alert));
        story.acts(SOCIAL, new AlertSnoozed(alert, LocalDate.of(2026, 5, 1)));

        seen(
                SOCIAL,
                "AlertAcknowledged took effect",
                "AlertAcknowledged ALREADY_ACKNOWLEDGED",
                "AlertClosed took effect",
                "AlertClosed ALREADY_CLOSED",
                "AlertAcknowledged ALREADY_CLOSED",
                "AlertSnoozed ALREADY_CLOSED");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R03 CLOSED 1 from 2026-04-12 00:00 due 2026-05-13 00:00");
    }

    @Test
    void one_that_comes_to_light_late_takes_its_place_in_time_and_the_others_see_it() {
        UUID alert = investigationDue();
        story.on("2026-04-13 10:00").acts(SOCIAL, new AlertClosed(alert, CloseReason.HANDLED));
        seen(SOCIAL, "AlertClosed took effect");

        story.saysOf("2026-04-13 09:30", new AlertClosed(alert, CloseReason.NOT_NEEDED));
        seen(SOCIAL, "AlertClosed took effect", "AlertClosed ALREADY_CLOSED");
        assertThat(log().seenBy(SOCIAL, story.tellingState())
                        .getFirst()
                        .action()
                        .body())
                .isEqualTo(new AlertClosed(alert, CloseReason.NOT_NEEDED));
    }

    @Test
    void an_action_waits_for_its_alert_and_before_its_beginning_and_after_its_end_does_nothing() {
        UUID opened = story.on("2026-01-12 13:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        UUID alert = story.alert(RuleId.R03, opened);
        story.acts(SOCIAL, new AlertClosed(alert, CloseReason.HANDLED));
        seen(SOCIAL, "AlertClosed UNKNOWN_ALERT");

        story.on("2026-04-13 09:00").acts(SOCIAL, new AlertReopened(alert));
        seen(SOCIAL, "AlertClosed NOT_IN_FORCE", "AlertReopened NOT_CLOSED");

        story.on("2026-04-14 09:00").says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.SUPPORT));
        story.acts(SOCIAL, new AlertAcknowledged(alert));
        seen(SOCIAL, "AlertClosed NOT_IN_FORCE", "AlertReopened NOT_CLOSED", "AlertAcknowledged NOT_IN_FORCE");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R03 RESOLVED 1 from 2026-04-12 00:00 due 2026-05-13 00:00"
                        + " ended 2026-04-14 09:00");
    }

    @Test
    void a_reopened_alert_can_be_closed_again() {
        UUID alert = investigationDue();
        story.acts(SOCIAL, new AlertClosed(alert, CloseReason.HANDLED));
        story.on("2026-04-14 09:00").acts(SOCIAL, new AlertReopened(alert));
        story.on("2026-04-15 09:00").acts(SOCIAL, new AlertClosed(alert, CloseReason.WRONG));
        seen(SOCIAL, "AlertClosed took effect", "AlertReopened took effect", "AlertClosed took effect");
    }

    @Test
    void another_agencys_action_shows_to_the_alerts_own_and_tells_the_other_nothing_it_was_not_told() {
        UUID alert = investigationDue();
        story.acts(Agency.SCHOOL, new AlertClosed(alert, CloseReason.WRONG));

        seen(SOCIAL, "AlertClosed OTHER_AGENCY");
        seen(Agency.SCHOOL, "AlertClosed UNKNOWN_ALERT");
        seen(Agency.REGION);
    }

    @Test
    void an_agency_that_holds_a_notice_learns_that_the_alert_is_anothers_to_act_on() {
        Story both = new Story(new R06(R06.Settings.DEFAULT));
        UUID incident = both.on("2026-01-12 09:00")
                .says(
                        Ground.CRIME_PREVENTION,
                        new PoliceFact.PoliceIncident("p1", PoliceFact.IncidentKind.VIOLENCE, true));
        both.on("2026-01-12 10:00")
                .says(new SocialFact.ConcernReportReceived("r1", SocialCode.ReporterType.POLICE, List.of(), false));
        both.acts(Agency.POLICE, new AlertClosed(both.alert(RuleId.R06, incident), CloseReason.HANDLED));
        assertThat(both.actions().seenBy(Agency.POLICE, both.tellingState()))
                .extracting(Acted::effect)
                .containsExactly(ActionEffect.none(ActionEffect.Reason.OTHER_AGENCY));
    }

    @Test
    void a_snooze_hides_through_its_day_and_a_worse_level_breaks_it() {
        UUID alert = investigationDue();
        story.acts(SOCIAL, new AlertSnoozed(alert, LocalDate.of(2026, 4, 30)));
        seen(SOCIAL, "AlertSnoozed took effect");

        Snooze snooze = log().snooze(alert).orElseThrow();
        assertThat(snooze).isEqualTo(new Snooze(LocalDate.of(2026, 4, 30), 1));
        assertThat(snooze.hides(1, at("2026-04-30T21:59:59.999Z"))).isTrue();
        assertThat(snooze.hides(1, at("2026-04-30T22:00:00Z"))).isFalse();
        assertThat(snooze.hides(2, at("2026-04-29T22:00:00Z"))).isFalse();
        assertThat(story.tellings()).hasSize(1);
    }

    @Test
    void the_last_snooze_counts_at_its_level_then_and_a_reopening_ends_it() {
        UUID alert = investigationDue();
        story.acts(SOCIAL, new AlertSnoozed(alert, LocalDate.of(2026, 4, 30)));
        story.on("2026-05-02 09:00").acts(SOCIAL, new AlertSnoozed(alert, LocalDate.of(2026, 5, 8)));
        assertThat(log().snooze(alert)).contains(new Snooze(LocalDate.of(2026, 5, 8), 2));

        story.on("2026-05-03 09:00").acts(SOCIAL, new AlertAcknowledged(alert));
        story.on("2026-05-04 09:00").acts(SOCIAL, new AlertClosed(alert, CloseReason.HANDLED));
        assertThat(log().snooze(alert)).contains(new Snooze(LocalDate.of(2026, 5, 8), 2));
        story.on("2026-05-05 09:00").acts(SOCIAL, new AlertReopened(alert));
        assertThat(log().snooze(alert)).isEmpty();
    }

    @Test
    void a_retracted_snooze_hides_nothing_and_is_no_longer_there() {
        UUID alert = investigationDue();
        UUID snooze = story.acts(SOCIAL, new AlertSnoozed(alert, LocalDate.of(2026, 4, 30)));
        story.retracts(snooze);
        assertThat(log().snooze(alert)).isEmpty();
        seen(SOCIAL);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private ActionLog log() {
        return story.actions();
    }

    private void seen(Agency asker, String... effectsAndNothingElse) {
        assertThat(log().seenBy(asker, story.tellingState()))
                .extracting(one -> one.action().body().type() + " "
                        + (one.effect() instanceof NoEffect(ActionEffect.Reason why) ? why : "took effect"))
                .containsExactly(effectsAndNothingElse);
    }
}
