package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.ContactKind;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SharedFact.GoalsMet;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** Absence and BUP (plan A4, A5). */
class R10Test {

    private final Story story = new Story(new R10(R10.Settings.DEFAULT));

    private static final BupContact CONTACT = new BupContact("b1", ContactKind.FOLLOW_UP);

    private void absent(String first, String last) {
        story.attends(first, last, 60); // a fifth
    }

    @Test
    void high_absence_of_a_child_in_psychiatry_until_a_plan_and_anew_when_the_plan_ends() {
        story.on("2026-01-09 10:00").says(Ground.CHILD_CARE_NEED, CONTACT);
        absent("2026-01-12", "2026-01-19");
        told(
                "REGION school-asks-to-coordinate OPEN due 2026-01-22 00:00",
                "SOCIAL_SERVICES R10 OPEN 1 from 2026-01-14 00:00 due 2026-01-21 00:00");
        assertThat(story.evidence(SOCIAL_SERVICES)).containsExactly("BupContact", "AttendanceReported");
        story.on("2026-01-20 10:00").says(new SipStarted("p1", List.of(SCHOOL, REGION)));
        told(
                "REGION school-asks-to-coordinate RESOLVED due 2026-01-22 00:00",
                "SOCIAL_SERVICES R10 RESOLVED 1 from 2026-01-14 00:00 due 2026-01-21 00:00 ended 2026-01-20 10:00");
        story.on("2026-01-26 10:00").says(new SipClosed("p1", GoalsMet.NO));
        and_nothing_else(
                "REGION school-asks-to-coordinate OPEN due 2026-02-03 00:00",
                "SOCIAL_SERVICES R10 OPEN 1 from 2026-01-26 10:00 due 2026-02-02 10:00");
    }

    @Test
    void a_referral_counts_once_it_has_waited_thirty_days_and_goes_on_as_the_contact_that_ends_the_wait() {
        story.on("2026-01-12 10:00").says(Ground.CHILD_CARE_NEED, new BupReferralReceived("f1"));
        absent("2026-01-12", "2026-02-10");
        story.on("2026-02-11 09:59");
        told();
        story.on("2026-02-11 10:00");
        told(
                "REGION school-asks-to-coordinate OPEN due 2026-02-19 00:00",
                "SOCIAL_SERVICES R10 OPEN 1 from 2026-02-11 10:00 due 2026-02-18 10:00");
        story.on("2026-02-16 10:00").says(new BupContact("b1", ContactKind.FIRST_VISIT));
        story.on("2026-02-17 10:00").says(new BupClosed());
        and_nothing_else(
                "REGION school-asks-to-coordinate RESOLVED due 2026-02-19 00:00",
                "SOCIAL_SERVICES R10 RESOLVED 1 from 2026-02-11 10:00 due 2026-02-18 10:00 ended 2026-02-17 10:00");
    }

    @Test
    void school_hears_of_it_only_while_a_consent_names_it() {
        story.on("2026-01-09 10:00").says(Ground.CHILD_CARE_NEED, CONTACT);
        story.says(new ConsentGiven("c1", List.of(), List.of(SCHOOL), Optional.of(LocalDate.of(2026, 1, 14))));
        absent("2026-01-12", "2026-01-14");
        told(
                "REGION school-asks-to-coordinate OPEN due 2026-01-22 00:00",
                "SCHOOL coordination-proposed OPEN due 2026-01-22 00:00",
                "SOCIAL_SERVICES R10 OPEN 1 from 2026-01-14 00:00 due 2026-01-21 00:00");
        story.on("2026-01-15 00:00");
        assertThat(story.tellings().getLast().telling().status()).isEqualTo(Status.WITHDRAWN);
        and_nothing_else(
                "REGION school-asks-to-coordinate OPEN due 2026-01-22 00:00",
                "SOCIAL_SERVICES R10 OPEN 1 from 2026-01-14 00:00 due 2026-01-21 00:00");
    }

    @Test
    void a_run_is_one_fact_and_held_while_its_first_record_is_until_an_investigation_opens() {
        story.on("2026-01-09 10:00").says(Ground.CHILD_CARE_NEED, CONTACT);
        absent("2026-01-12", "2026-01-12");
        UUID first = story.on("2026-01-13 16:00").says(Ground.INVESTIGATION_DUTY, day("2026-01-13"));
        absent("2026-01-14", "2026-01-16");
        story.on("2026-01-19 16:00").says(Ground.NONE, day("2026-01-19")); // counts, whatever its ground
        told();
        story.on("2026-01-20 10:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        assertThat(story.tellings().getLast().telling().alertId()).isEqualTo(story.alert(RuleId.R10, first));
        story.on("2026-12-01 10:00"); // its days are forgotten, its ground is not
        assertThat(story.child().find(first)).isEmpty();
        and_nothing_else(
                "REGION school-asks-to-coordinate OPEN due 2026-01-22 00:00",
                "SOCIAL_SERVICES R10 OPEN 3 from 2026-01-14 00:00 due 2026-01-21 00:00 overdue");
    }

    @Test
    void a_run_sent_by_consent_leaves_with_the_consent_even_when_its_days_are_forgotten() {
        story.on("2026-01-09 10:00").says(Ground.CHILD_CARE_NEED, CONTACT);
        story.says(new ConsentGiven("c1", List.of(SCHOOL), List.of(SOCIAL_SERVICES), Optional.empty()));
        absent("2026-01-12", "2026-01-12");
        story.on("2026-01-13 16:00").saysBy("c1", day("2026-01-13"));
        story.on("2026-12-01 10:00");
        told(
                "REGION school-asks-to-coordinate OPEN due 2026-01-22 00:00",
                "SOCIAL_SERVICES R10 OPEN 3 from 2026-01-14 00:00 due 2026-01-21 00:00 overdue");
        story.says(new ConsentWithdrawn("c1"));
        and_nothing_else();
    }

    @Test
    void a_late_record_moves_the_anchor_and_a_retracted_contact_takes_it_back() {
        UUID contact = story.on("2026-01-09 10:00").says(Ground.CHILD_CARE_NEED, CONTACT);
        absent("2026-01-12", "2026-01-14");
        story.on("2026-01-15 10:00").saysOf("2026-01-09 16:00", day("2026-01-09")); // now the 12th counts
        UUID old = story.alert(RuleId.R10, Story.id(3));
        UUID successor = story.alert(RuleId.R10, Story.id(2));
        assertThat(story.tellings().stream()
                        .flatMap(t -> t.telling() instanceof Alert a ? a.supersededBy().stream() : Stream.empty()))
                .containsExactly(successor);
        assertThat(story.tellings().stream()
                        .flatMap(t -> t.telling() instanceof Alert a ? a.supersedes().stream() : Stream.empty()))
                .containsExactly(old);
        told(
                "REGION school-asks-to-coordinate OPEN due 2026-01-21 00:00",
                "SOCIAL_SERVICES R10 OPEN 1 from 2026-01-13 00:00 due 2026-01-20 00:00");
        story.retracts(contact);
        assertThat(story.tellings().getLast().cause()).contains(Cause.RETRACTED);
        and_nothing_else();
    }

    private static AttendanceReported day(String date) {
        return new AttendanceReported(LocalDate.parse(date), true, 300, 0, 60);
    }

    private void told(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }

    private void and_nothing_else(String... lines) {
        told(lines);
    }
}
