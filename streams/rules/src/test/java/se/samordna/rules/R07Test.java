package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipRefused;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** Overlap without SIP (SoL 10:8, HSL 16:4). */
class R07Test {

    private final Story story = new Story(new R07(R07.Settings.DEFAULT));

    private UUID supportAndBup() {
        story.on("2025-12-01 10:00").says(new SupportStarted("s1", "FAMILY"));
        return story.on("2025-12-08 10:00")
                .says(Ground.CHILD_CARE_NEED, new BupContact("c1", RegionFact.ContactKind.FIRST_VISIT));
    }

    @Test
    void two_weeks_of_support_and_bup_side_by_side_call_for_a_plan_within_five_working_days() {
        supportAndBup();
        story.on("2025-12-22 09:59");
        assertThat(story.told()).isEmpty();
        story.on("2025-12-22 10:00"); // 23, 29, 30 December, 2 and 5 January: the fifth
        and_nothing_else("SOCIAL_SERVICES R07 OPEN 1 from 2025-12-22 10:00 due 2026-01-06 00:00");
    }

    @Test
    void a_plan_ends_it_a_closed_plan_brings_it_back_and_a_refusal_mutes_it_for_ninety_days() {
        supportAndBup();
        story.on("2026-01-10 10:00").says(new SipStarted("p1", List.of(Agency.REGION)));
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R07 RESOLVED 3 from 2025-12-22 10:00 due 2026-01-06 00:00"
                        + " ended 2026-01-10 10:00");
        story.on("2026-02-10 10:00").says(new SipClosed("p1", SharedFact.GoalsMet.PARTLY));
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R07 OPEN 1 from 2026-02-10 10:00 due 2026-02-18 00:00");
        story.on("2026-02-11 10:00").says(new SipRefused());
        story.on("2026-05-12 10:59"); // summer time: ninety days of 24 h end at 11
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R07 RESOLVED 1 from 2026-02-10 10:00 due 2026-02-18 00:00"
                        + " ended 2026-02-11 10:00");
        story.on("2026-05-12 11:00");
        and_nothing_else("SOCIAL_SERVICES R07 OPEN 1 from 2026-05-12 11:00 due 2026-05-21 00:00");
    }

    @Test
    void health_and_school_hear_of_it_only_while_a_consent_names_them() {
        supportAndBup();
        story.on("2025-12-22 11:00")
                .says(new ConsentGiven(
                        "c1",
                        List.of(Agency.SCHOOL),
                        List.of(Agency.REGION, Agency.SOCIAL_SERVICES),
                        Optional.of(LocalDate.of(2025, 12, 31))));
        assertThat(story.told())
                .containsExactly(
                        "REGION sip-proposed OPEN due 2026-01-07 00:00",
                        "SOCIAL_SERVICES R07 OPEN 1 from 2025-12-22 10:00 due 2026-01-06 00:00");
        story.on("2026-01-01 00:00");
        assertThat(story.tellings().getLast().telling().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(story.tellings().getLast().cause()).contains(Cause.CONSENT_WITHDRAWN);
        and_nothing_else("SOCIAL_SERVICES R07 OPEN 1 from 2025-12-22 10:00 due 2026-01-06 00:00");
    }

    @Test
    void an_inquiry_sent_by_consent_leaves_with_the_consent() {
        story.on("2026-01-12 10:00").says(new SupportStarted("s1", "FAMILY"));
        story.says(new ConsentGiven("c1", List.of(Agency.SCHOOL), List.of(Agency.SOCIAL_SERVICES), Optional.empty()));
        UUID inquiry = story.on("2026-01-13 10:00").saysBy("c1", new AbsenceInquiryOpened("q1"));
        story.on("2026-01-28 10:00");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R07 OPEN 1 from 2026-01-27 10:00 due 2026-02-04 00:00");
        assertThat(story.tellings().getLast().telling().alertId()).isEqualTo(story.alert(RuleId.R07, inquiry));
        story.says(new ConsentWithdrawn("c1"));
        assertThat(story.tellings().getLast().cause()).contains(Cause.CONSENT_WITHDRAWN);
        and_nothing_else();
    }

    @Test
    void a_late_event_moves_the_anchor_and_the_old_alert_names_its_successor() {
        UUID contact = supportAndBup();
        story.on("2026-01-02 10:00");
        UUID earlier = story.saysOf("2025-12-05 10:00", new BupContact("c0", RegionFact.ContactKind.FIRST_VISIT));
        Alert old = (Alert) story.tellings().get(story.tellings().size() - 2).telling();
        assertThat(old.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(old.alertId()).isEqualTo(story.alert(RuleId.R07, contact));
        assertThat(old.supersededBy()).contains(story.alert(RuleId.R07, earlier));
        Alert successor = (Alert) story.tellings().getLast().telling();
        assertThat(successor.supersedes()).containsExactly(old.alertId());
        and_nothing_else("SOCIAL_SERVICES R07 OPEN 1 from 2025-12-19 10:00 due 2026-01-03 00:00");
    }

    @Test
    void what_ends_within_two_weeks_never_was_one() {
        supportAndBup();
        story.on("2025-12-22 09:00").says(new SupportEnded("s1", "DONE"));
        story.on("2026-03-01 09:00");
        and_nothing_else();
    }

    @Test
    void an_agency_does_not_move_its_plan_by_correcting_another_agencys_correction_of_it() {
        supportAndBup();
        UUID plan = story.on("2026-01-10 10:00").says(new SipStarted("p1", List.of(Agency.REGION)));
        story.on("2026-01-12 10:00");
        UUID schools = begunInstead(901, Agency.SCHOOL, plan, "2025-12-19T10:00:00Z");
        begunInstead(902, Agency.SOCIAL_SERVICES, schools, "2025-12-20T10:00:00Z");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R07 RESOLVED 3 from 2025-12-22 10:00 due 2026-01-06 00:00"
                        + " ended 2026-01-10 10:00");
        begunInstead(903, Agency.SOCIAL_SERVICES, plan, "2025-12-20T10:00:00Z"); // names its own event
        assertThat(story.told()).isEmpty();
    }

    private UUID begunInstead(int id, Agency by, UUID corrected, String at) {
        Event x = story.child().find(corrected).orElseThrow();
        return story.sends(new Event(
                Story.id(id),
                x.childId(),
                x.municipality(),
                by,
                x.source(),
                Instant.parse(at),
                story.now(),
                x.ground(),
                x.consentId(),
                x.protectedIdentity(),
                Optional.of(corrected),
                x.body()));
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
