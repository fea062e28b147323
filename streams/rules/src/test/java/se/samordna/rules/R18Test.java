package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.POLICE;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.PoliceFact.YouthCrimeNotified;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.OpinionGiven;
import se.samordna.rules.SocialFact.YouthMeetingHeld;

/** Youth crime notice (LUL 6). */
class R18Test {

    private final Story story = new Story(new R18(R18.Settings.DEFAULT));

    private UUID notified() {
        return story.on("2026-01-12 10:00").says(Ground.CRIME_PREVENTION, new YouthCrimeNotified("n1"));
    }

    @Test
    void a_notice_asks_for_a_meeting_within_seven_days_and_police_hear_nothing() {
        notified();
        story.on("2026-01-19 10:00");
        told("SOCIAL_SERVICES R18 OPEN 1 from 2026-01-12 10:00 due 2026-01-19 10:00");
        story.on("2026-01-19 10:01");
        and_nothing_else("SOCIAL_SERVICES R18 OPEN 3 from 2026-01-12 10:00 due 2026-01-19 10:00 overdue");
    }

    @Test
    void a_meeting_or_an_opinion_ends_it_and_those_of_another_notice_do_not() {
        notified();
        story.on("2026-01-13 10:00").says(new OpinionGiven("n2"));
        story.on("2026-01-14 10:00").says(Ground.CRIME_PREVENTION, new YouthCrimeNotified("n3"));
        story.on("2026-01-15 10:00").says(new YouthMeetingHeld("n1"));
        story.on("2026-01-16 10:00").says(new OpinionGiven("n3"));
        and_nothing_else(
                "SOCIAL_SERVICES R18 RESOLVED 1 from 2026-01-12 10:00 due 2026-01-19 10:00 ended 2026-01-15 10:00",
                "SOCIAL_SERVICES R18 RESOLVED 1 from 2026-01-14 10:00 due 2026-01-21 10:00 ended 2026-01-16 10:00");
    }

    @Test
    void a_late_meeting_at_the_same_instant_means_there_never_was_one_and_its_correction_that_there_was() {
        notified();
        UUID meeting = story.on("2026-01-20 10:00").saysOf("2026-01-12 10:00", new YouthMeetingHeld("n1"));
        told();
        story.corrects(meeting, "2026-01-12 09:59", new YouthMeetingHeld("n1")); // before the notice: not of it
        and_nothing_else("SOCIAL_SERVICES R18 OPEN 3 from 2026-01-12 10:00 due 2026-01-19 10:00 overdue");
    }

    @Test
    void a_notice_held_back_counts_once_an_investigation_opens_and_is_gone_when_retracted() {
        UUID n = story.on("2026-01-12 10:00").says(Ground.INVESTIGATION_DUTY, new YouthCrimeNotified("n1"));
        story.says(Ground.NONE, new YouthCrimeNotified("n2"));
        told();
        story.on("2026-01-14 10:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        told("SOCIAL_SERVICES R18 OPEN 1 from 2026-01-12 10:00 due 2026-01-19 10:00");
        story.retracts(n);
        and_nothing_else();
    }

    @Test
    void a_notice_by_consent_stays_while_the_consent_does() {
        story.on("2026-01-12 10:00")
                .says(new ConsentGiven(
                        "c1", List.of(POLICE), List.of(SOCIAL_SERVICES), Optional.of(LocalDate.of(2026, 1, 15))));
        story.saysBy("c1", new YouthCrimeNotified("n1"));
        story.on("2026-01-15 23:59");
        told("SOCIAL_SERVICES R18 OPEN 1 from 2026-01-12 10:00 due 2026-01-19 10:00");
        story.on("2026-01-16 00:00");
        and_nothing_else();
    }

    private void told(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }

    private void and_nothing_else(String... lines) {
        told(lines);
    }
}
