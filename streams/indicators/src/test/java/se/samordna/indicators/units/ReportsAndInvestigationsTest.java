package se.samordna.indicators.units;

import static se.samordna.indicators.units.Facts.closed;
import static se.samordna.indicators.units.Facts.opened;
import static se.samordna.indicators.units.Facts.report;
import static se.samordna.indicators.units.Facts.violence;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.ChildConversationHeld;
import se.samordna.rules.SocialFact.InvestigationExtended;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.RiskAssessed;

/** I03, I04, I06, I07 and I24: from a report to the end of what was opened for it. */
class ReportsAndInvestigationsTest {

    @Test
    void a_child_reported_again_within_365_days_in_another_municipality_is_a_repeat_there_and_nothing_else() {
        Story story = Story.of("I03")
                .on("2026-01-10", "r1", report("r1"))
                .in("2303")
                .on("2027-01-10 11:59:59.999", "r2", report("r2"));
        story.adds(
                "I03 2303 2027 1/1",
                "I03 2303 2027-01 1/1",
                "I03 2303 2027-Q1 1/1",
                "I03 2380 2026 0/1",
                "I03 2380 2026-01 0/1",
                "I03 2380 2026-Q1 0/1");
    }

    @Test
    void a_year_to_the_instant_is_no_repeat_and_a_report_that_comes_late_turns_the_figure() {
        Story story = Story.of("I03").on("2026-01-10", "r1", report("r1")).on("2027-01-10", "r2", report("r2"));
        story.adds(
                "I03 2380 2026 0/1",
                "I03 2380 2026-01 0/1",
                "I03 2380 2026-Q1 0/1",
                "I03 2380 2027 0/1",
                "I03 2380 2027-01 0/1",
                "I03 2380 2027-Q1 0/1");

        story.late("2027-09-01", "2026-12-01", "r3", report("r3"))
                .adds(
                        "I03 2380 2026 1/1",
                        "I03 2380 2026-01 0/1",
                        "I03 2380 2026-12 1/1",
                        "I03 2380 2026-Q1 0/1",
                        "I03 2380 2026-Q4 1/1",
                        "I03 2380 2027 1/1",
                        "I03 2380 2027-01 1/1",
                        "I03 2380 2027-Q1 1/1");
    }

    @Test
    void a_report_before_three_is_assessed_the_same_day_and_one_after_by_noon_the_next() {
        Story.of("I04")
                .on("2026-01-31 14:59:59.999", "r1", report("r1"))
                .on("2026-01-31 23:59:59", "p1", new ProtectionAssessed(Optional.of("r1"), false))
                .time("2026-01-31 23:59:59.999")
                .adds();
        Story story = Story.of("I04")
                .on("2026-01-31 14:59:59.999", "r1", report("r1"))
                .on("2026-01-31 15:00:00", "r2", report("r2"))
                .on("2026-01-31 23:59:59", "p1", new ProtectionAssessed(Optional.of("r1"), false));
        story.time("2026-02-01 00:00:00").adds("I04 2380 2026-01 1/1");
        story.time("2026-02-01 12:00:00").adds("I04 2380 2026-01 1/1", "I04 2380 2026-02 0/1");
        story.late("2026-05-01", "2026-02-01 11:00:00", "p2", new ProtectionAssessed(Optional.empty(), true))
                .adds("I04 2380 2026-01 1/1", "I04 2380 2026-02 1/1");
    }

    @Test
    void an_investigation_counts_at_its_due_time_and_lasts_until_it_is_closed() {
        Story story = Story.of("I06").on("2026-01-10", "i", opened("i")).time("2026-05-11 00:00:00");
        story.adds("I06 2380 2026-05 0/1");
        story.on("2026-05-20", "c", closed("i")).adds("I06 2380 2026-05 0/1 median 130");
    }

    @Test
    void extended_it_is_in_time_and_two_have_the_median_of_the_shorter() {
        Story.of("I06")
                .on("2026-01-10", "i", opened("i"))
                .on("2026-01-10", "j", opened("j"))
                .on("2026-01-20", "cj", closed("j"))
                .on("2026-05-01", "x", new InvestigationExtended("i", java.time.LocalDate.parse("2026-05-31")))
                .on("2026-05-20", "c", closed("i"))
                .time("2026-06-01 00:00:00")
                .adds("I06 2380 2026-05 2/2 median 10");
    }

    @Test
    void a_child_is_heard_in_an_investigation_if_spoken_with_before_it_is_closed() {
        var held = new ChildConversationHeld(Optional.empty(), OptionalInt.of(40));
        Story story = Story.of("I07")
                .on("2026-01-09", "early", held)
                .on("2026-01-10", "i", opened("i"))
                .on("2026-03-02", "c", closed("i"));
        story.adds("I07 2380 2026-03 0/1");
        story.late("2026-03-20", "2026-03-02", "h", held).adds("I07 2380 2026-03 1/1");
    }

    @Test
    void risk_is_assessed_in_the_investigation_a_report_of_violence_belongs_to_and_no_other() {
        Story.of("I24")
                .on("2026-01-01", "h", opened("h"))
                .on("2026-01-05", "hc", closed("h"))
                .on("2026-01-10", "r", violence("r"))
                .on("2026-01-11", "i", opened("i"))
                .on("2026-01-12", "other", new RiskAssessed("FREDA", Optional.of("i")))
                .on("2026-02-12", "irisk", new RiskAssessed("IRISK", Optional.of("i")))
                .on("2026-03-02", "c", closed("i"))
                .on("2026-03-03", "j", opened("j"))
                .on("2026-03-09", "jc", closed("j"))
                .adds("I24 2380 2026-03 1/1");
    }
}
