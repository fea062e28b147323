package se.samordna.indicators.units;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.BupTreatmentStarted;
import se.samordna.rules.RegionFact.ContactKind;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SchoolFact.AttendanceTeamContact;
import se.samordna.rules.SocialCode.HousingKind;
import se.samordna.rules.SocialFact.BookPacketSent;
import se.samordna.rules.SocialFact.FamilyPlanEnded;
import se.samordna.rules.SocialFact.FamilyPlanMade;
import se.samordna.rules.SocialFact.FamilyPlanReviewed;
import se.samordna.rules.SocialFact.HousingNotice;
import se.samordna.rules.SocialFact.SupportDecided;
import se.samordna.rules.SocialFact.SupportStarted;

/** I10, I12, I13, I14, I25, I26 and I30: how long a child waits for what it was to get. */
class ServicesTest {

    @Test
    void the_days_until_the_attendance_team_are_of_the_inquiry_and_nothing_else() {
        Story.of("I10")
                .on("2026-01-10", "q1", new AbsenceInquiryOpened("q1"))
                .on("2026-01-10", "q2", new AbsenceInquiryOpened("q2"))
                .on("2026-01-10", "q3", new AbsenceInquiryOpened("q3"))
                .on("2026-01-13 00:00:00", "c1", new AttendanceTeamContact(Optional.of("q1")))
                .on("2026-02-09", "c2", new AttendanceTeamContact(Optional.of("q2")))
                .adds("I10 2380 2026-01 1/1 median 3", "I10 2380 2026-02 1/1 median 30");
    }

    @Test
    void a_contact_corrected_away_eight_months_later_takes_its_days_with_it() {
        Story.of("I10")
                .on("2026-01-10", "q1", new AbsenceInquiryOpened("q1"))
                .on("2026-01-13", "c1", new AttendanceTeamContact(Optional.of("q1")))
                .corrects("2026-09-13", "2026-02-13", "c1", new AttendanceTeamContact(Optional.empty()))
                .adds("I10 2380 2026-02 1/1 median 34");
    }

    @Test
    void six_packets_are_due_every_other_month_from_the_first() {
        Story.of("I12")
                .on("2025-12-31", "b1", new BookPacketSent(1))
                .on("2026-02-28 23:59:59.999", "b2", new BookPacketSent(2))
                .on("2026-05-01 00:00:00", "b3", new BookPacketSent(3))
                .time("2027-01-01")
                .adds(
                        "I12 2380 2025-12 1/1",
                        "I12 2380 2026-02 1/1",
                        "I12 2380 2026-04 0/1",
                        "I12 2380 2026-06 0/1",
                        "I12 2380 2026-08 0/1",
                        "I12 2380 2026-10 0/1");
    }

    @Test
    void a_first_visit_on_the_thirtieth_day_and_treatment_on_the_thirtieth_after_it_are_in_time() {
        Story.of("I13", "I14")
                .on("2026-01-10", "b", new BupReferralReceived("b"))
                .on("2026-01-20", "u", new BupContact("u", ContactKind.URGENT))
                .on("2026-02-09", "f", new BupContact("f", ContactKind.FIRST_VISIT))
                .on("2026-03-11", "s", new BupTreatmentStarted(Optional.of("b")))
                .adds("I13 2380 2026-02 1/1", "I14 2380 2026-03 1/1");
    }

    @Test
    void a_visit_a_millisecond_late_is_late_and_one_after_bup_closed_is_no_visit_of_that_referral() {
        Story.of("I13", "I14")
                .on("2026-01-10", "b", new BupReferralReceived("b"))
                .on("2026-01-10 12:00:00.001", "b2", new BupReferralReceived("b2"))
                .on("2026-02-09 12:00:00.001", "f", new BupContact("f", ContactKind.FIRST_VISIT))
                .adds("I13 2380 2026-02 1/2");
        Story.of("I13", "I14")
                .on("2026-01-10", "b", new BupReferralReceived("b"))
                .on("2026-01-11", "closed", new BupClosed())
                .on("2026-02-09", "f", new BupContact("f", ContactKind.FIRST_VISIT))
                .on("2026-02-10", "s", new BupTreatmentStarted(Optional.empty()))
                .adds();
    }

    @Test
    void treatment_that_began_before_the_visit_counts_at_the_visit() {
        Story.of("I14")
                .on("2026-01-10", "b", new BupReferralReceived("b"))
                .on("2026-01-20", "s", new BupTreatmentStarted(Optional.of("b")))
                .on("2026-03-09", "f", new BupContact("f", ContactKind.FIRST_VISIT))
                .adds("I14 2380 2026-03 1/1");
    }

    @Test
    void a_decided_support_that_never_starts_is_no_unit() {
        Story.of("I25")
                .on("2026-01-10", "d1", new SupportDecided("s1", "FAMILY"))
                .on("2026-01-10", "d2", new SupportDecided("s2", "FAMILY"))
                .on("2026-04-10", "a", new SupportStarted("s1", "FAMILY"))
                .adds("I25 2380 2026-04 1/1 median 90");
    }

    @Test
    void a_contact_that_names_no_inquiry_is_incomplete_and_a_notice_without_a_date_only_where_one_is_set() {
        Story.of("I30-SCHOOL", "I30-SOCIAL_SERVICES", "I30-POLICE")
                .on("2026-01-10", "c1", new AttendanceTeamContact(Optional.of("q1")))
                .on("2026-01-13", "c2", new AttendanceTeamContact(Optional.empty()))
                .on("2026-01-14", "n1", new HousingNotice("h", HousingKind.ARREARS, Optional.empty()))
                .on("2026-01-15", "n2", new HousingNotice("h", HousingKind.DATE_SET, Optional.empty()))
                .adds("I30-SCHOOL 2380 2026-01 1/2", "I30-SOCIAL_SERVICES 2380 2026-01 0/1");
    }

    @Test
    void a_family_plan_is_reviewed_by_its_day_or_not_and_one_that_ended_before_is_no_unit() {
        Story.of("I26")
                .on("2026-01-10", "m", new FamilyPlanMade("f", LocalDate.parse("2026-03-31")))
                .on("2026-03-31 23:59:59", "v", new FamilyPlanReviewed("f", LocalDate.parse("2026-06-30")))
                .on("2026-01-10", "m2", new FamilyPlanMade("g", LocalDate.parse("2026-03-31")))
                .on("2026-03-30", "e2", new FamilyPlanEnded("g"))
                .time("2026-07-01 00:00:00")
                .adds("I26 2380 2026-03 1/1", "I26 2380 2026-06 0/1");
    }
}
