package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.POLICE;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SharedFact.GoalsMet;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipMeetingHeld;
import se.samordna.rules.SharedFact.SipStarted;

/** SIP follow-up due (HSL 16:4). */
class R08Test {

    private final Story story = new Story(new R08(R08.Settings.DEFAULT));

    private static final SipStarted PLAN = new SipStarted("p1", List.of(SOCIAL_SERVICES, REGION, SCHOOL));

    private static SipMeetingHeld meeting(String next) {
        return new SipMeetingHeld("p1", Optional.of(LocalDate.parse(next)));
    }

    @Test
    void three_weeks_without_a_meeting_are_told_to_every_member() {
        story.on("2026-03-20 10:00").says(PLAN);
        story.on("2026-04-10 10:59"); // the clocks went forward: 21 · 24 h end at 11
        told();
        story.on("2026-04-10 11:00");
        and_nothing_else(
                "REGION sip-follow-up-due OPEN due 2026-04-18 00:00",
                "SCHOOL sip-follow-up-due OPEN due 2026-04-18 00:00",
                "SOCIAL_SERVICES R08 OPEN 1 from 2026-04-10 11:00 due 2026-04-17 11:00");
    }

    @Test
    void a_meeting_ends_it_and_its_date_begins_the_next_until_the_next_meeting() {
        story.on("2026-01-12 10:00").says(PLAN);
        UUID held = story.on("2026-01-20 10:00").says(meeting("2026-03-01"));
        story.on("2026-03-01 23:59");
        told();
        story.on("2026-03-02 00:00");
        told(
                "REGION sip-follow-up-due OPEN due 2026-03-10 00:00",
                "SCHOOL sip-follow-up-due OPEN due 2026-03-10 00:00",
                "SOCIAL_SERVICES R08 OPEN 1 from 2026-03-02 00:00 due 2026-03-09 00:00");
        assertThat(story.tellings().getFirst().telling().alertId()).isEqualTo(story.alert(RuleId.R08, held));
        story.on("2026-03-03 10:00").says(new SipMeetingHeld("p2", Optional.empty())); // another plan's
        story.on("2026-03-04 10:00").says(new SipMeetingHeld("p1", Optional.empty()));
        and_nothing_else(
                "REGION sip-follow-up-due RESOLVED due 2026-03-10 00:00",
                "SCHOOL sip-follow-up-due RESOLVED due 2026-03-10 00:00",
                "SOCIAL_SERVICES R08 RESOLVED 1 from 2026-03-02 00:00 due 2026-03-09 00:00 ended 2026-03-04 10:00");
    }

    @Test
    void a_date_already_past_counts_from_the_meeting_that_carries_it_and_a_meeting_of_no_known_plan_has_no_members() {
        story.on("2026-03-10 10:00").says(meeting("2026-03-01"));
        and_nothing_else("SOCIAL_SERVICES R08 OPEN 1 from 2026-03-10 10:00 due 2026-03-17 10:00");
    }

    @Test
    void what_is_closed_before_three_weeks_or_has_no_ground_never_was_one() {
        story.on("2026-01-12 10:00").says(PLAN);
        story.says(Ground.NONE, new SipStarted("p2", List.of(POLICE)));
        story.on("2026-02-02 10:00").says(new SipClosed("p1", GoalsMet.YES));
        story.on("2026-05-01 10:00");
        and_nothing_else();
    }

    @Test
    void a_corrected_plan_takes_the_notice_from_who_is_no_member_and_a_retracted_one_from_all() {
        UUID plan = story.on("2026-01-12 10:00").says(PLAN);
        story.on("2026-02-03 10:00").corrects(plan, "2026-01-12 10:00", new SipStarted("p1", List.of(POLICE)));
        told(
                "POLICE sip-follow-up-due OPEN due 2026-02-10 00:00",
                "SOCIAL_SERVICES R08 OPEN 1 from 2026-02-02 10:00 due 2026-02-09 10:00");
        assertThat(story.tellings().stream()
                        .filter(t -> t.cause().equals(Optional.of(Cause.CORRECTED)) && t.recipient() != SOCIAL_SERVICES)
                        .map(t -> t.recipient() + " " + t.telling().status()))
                .containsExactly("REGION WITHDRAWN", "SCHOOL WITHDRAWN");
        story.retracts(plan);
        and_nothing_else();
    }

    @Test
    void a_start_that_comes_to_light_late_names_the_members_of_the_meetings_after_it() {
        story.on("2026-01-12 10:00").says(PLAN);
        story.on("2026-01-20 10:00").says(meeting("2026-02-01"));
        story.on("2026-02-02 10:00").saysOf("2026-01-19 10:00", new SipStarted("p1", List.of(POLICE)));
        and_nothing_else(
                "POLICE sip-follow-up-due OPEN due 2026-02-10 00:00",
                "SOCIAL_SERVICES R08 OPEN 1 from 2026-02-02 00:00 due 2026-02-09 00:00");
    }

    @Test
    void a_plan_that_rests_on_a_consent_is_followed_up_while_the_consent_stands() {
        story.on("2026-01-12 10:00")
                .says(new ConsentGiven("c1", List.of(SOCIAL_SERVICES), List.of(REGION), Optional.empty()));
        story.saysBy("c1", new SipStarted("p1", List.of(REGION)));
        story.on("2026-02-03 10:00");
        told(
                "REGION sip-follow-up-due OPEN due 2026-02-10 00:00",
                "SOCIAL_SERVICES R08 OPEN 1 from 2026-02-02 10:00 due 2026-02-09 10:00");
        story.says(new ConsentWithdrawn("c1"));
        assertThat(story.tellings().getLast().cause()).contains(Cause.CONSENT_WITHDRAWN);
        and_nothing_else();
    }

    private void told(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }

    private void and_nothing_else(String... lines) {
        told(lines);
    }
}
