package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.BupTreatmentStarted;
import se.samordna.rules.RegionFact.ContactKind;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** BUP wait (plan A4, A5; the 30+30-day target). */
class R20Test {

    private final Story story = new Story(new R20(R20.Settings.DEFAULT));

    private static final String VISIT = "REGION R20 OPEN 1 from 2026-02-11 10:00 due 2026-02-18 10:00";
    private static final String EXCEEDED = "SOCIAL_SERVICES bup-wait-exceeded OPEN due 2026-02-19 00:00";

    private UUID referred(Ground ground) {
        return story.on("2026-01-12 10:00").says(ground, new BupReferralReceived("f1"));
    }

    @Test
    void thirty_days_to_the_first_visit_and_thirty_more_to_treatment() {
        UUID b = referred(Ground.OWN);
        story.on("2026-02-11 09:59");
        told();
        story.on("2026-02-11 10:00");
        told(VISIT);
        assertThat(story.tellings().getFirst().telling().alertId()).isEqualTo(story.alert(RuleId.R20, b, "/a"));
        story.on("2026-02-12 10:00").says(new BupContact("b0", ContactKind.URGENT)); // no first visit
        story.on("2026-02-13 10:00").says(new BupContact("b1", ContactKind.FIRST_VISIT));
        story.on("2026-03-15 10:00");
        told(
                "REGION R20 OPEN 1 from 2026-03-15 10:00 due 2026-03-22 10:00",
                "REGION R20 RESOLVED 1 from 2026-02-11 10:00 due 2026-02-18 10:00 ended 2026-02-13 10:00");
        assertThat(story.tellings().getLast().telling().alertId()).isEqualTo(story.alert(RuleId.R20, b, "/b"));
        story.on("2026-03-16 10:00").says(new BupTreatmentStarted(Optional.of("f2"))); // another referral's
        story.on("2026-03-17 10:00").says(new BupTreatmentStarted(Optional.empty()));
        and_nothing_else(
                "REGION R20 RESOLVED 1 from 2026-02-11 10:00 due 2026-02-18 10:00 ended 2026-02-13 10:00",
                "REGION R20 RESOLVED 1 from 2026-03-15 10:00 due 2026-03-22 10:00 ended 2026-03-17 10:00");
    }

    @Test
    void a_treatment_before_the_visit_or_a_closing_answers_it() {
        referred(Ground.OWN);
        story.on("2026-01-15 10:00").says(new BupTreatmentStarted(Optional.of("f1")));
        story.on("2026-01-16 10:00").says(new BupContact("b1", ContactKind.FIRST_VISIT));
        story.on("2026-03-01 10:00").says(new BupReferralReceived("f2"));
        story.on("2026-03-02 10:00").says(new BupClosed());
        story.on("2026-08-01 10:00");
        and_nothing_else();
    }

    @Test
    void social_services_hear_of_it_while_they_have_an_open_case() {
        referred(Ground.CHILD_CARE_NEED);
        story.on("2026-02-11 10:00");
        told(VISIT);
        story.on("2026-02-12 10:00").says(Ground.NONE, new SupportStarted("s1", "FAMILY")); // its own, of any ground
        told(VISIT, EXCEEDED);
        story.on("2026-02-13 10:00").says(new SupportEnded("s1", "DONE"));
        assertThat(story.tellings().getLast().recipient()).isEqualTo(SOCIAL_SERVICES);
        assertThat(story.tellings().getLast().telling().status()).isEqualTo(Status.WITHDRAWN);
        told(VISIT);
        story.on("2026-02-14 10:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        and_nothing_else(VISIT, EXCEEDED);
    }

    @Test
    void health_hears_of_its_own_referral_whatever_its_ground_and_social_services_of_a_released_one() {
        referred(Ground.NONE);
        story.on("2026-01-12 11:00").says(Ground.INVESTIGATION_DUTY, new BupReferralReceived("f2"));
        story.says(new SupportStarted("s1", "FAMILY"));
        story.on("2026-02-11 11:00");
        told(VISIT, "REGION R20 OPEN 1 from 2026-02-11 11:00 due 2026-02-18 11:00");
        story.says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        told(VISIT, "REGION R20 OPEN 1 from 2026-02-11 11:00 due 2026-02-18 11:00", EXCEEDED);
        story.says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.SUPPORT)); // it never was open
        and_nothing_else(VISIT, "REGION R20 OPEN 1 from 2026-02-11 11:00 due 2026-02-18 11:00");
    }

    @Test
    void a_referral_by_consent_is_told_to_social_services_while_the_consent_stands() {
        story.on("2026-01-12 10:00")
                .says(new ConsentGiven(
                        "c1", List.of(REGION), List.of(SOCIAL_SERVICES), Optional.of(LocalDate.of(2026, 2, 12))));
        story.saysBy("c1", new BupReferralReceived("f1"));
        story.says(new SupportStarted("s1", "FAMILY"));
        story.on("2026-02-12 23:59");
        told(VISIT, EXCEEDED);
        story.on("2026-02-13 00:00");
        assertThat(story.tellings().getLast().cause()).contains(Cause.CONSENT_WITHDRAWN);
        and_nothing_else(VISIT);
    }

    @Test
    void a_late_visit_a_correction_and_a_retraction() {
        UUID b = referred(Ground.OWN);
        story.on("2026-02-12 10:00");
        told(VISIT);
        UUID visit = story.saysOf("2026-02-01 10:00", new BupContact("b1", ContactKind.FIRST_VISIT));
        told();
        story.corrects(visit, "2026-02-11 12:00", new BupContact("b1", ContactKind.FIRST_VISIT));
        told("REGION R20 RESOLVED 1 from 2026-02-11 10:00 due 2026-02-18 10:00 ended 2026-02-11 12:00");
        story.retracts(b);
        and_nothing_else();
    }

    private void told(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }

    private void and_nothing_else(String... lines) {
        told(lines);
    }
}
