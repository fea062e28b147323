package se.samordna.indicators.units;

import static se.samordna.indicators.units.Facts.school;
import static se.samordna.indicators.units.Facts.unreported;

import org.junit.jupiter.api.Test;
import se.samordna.rules.Agency;

class I09HighAbsenceTest {

    private final Story story = Story.of("I09");

    @Test
    void a_fifth_of_the_offered_time_is_high_and_less_is_not() {
        story.on("2026-03-02", "a1", school("2026-03-02", 300, 60))
                .on("2026-03-03", "a2", school("2026-03-03", 300, 60))
                .adds("I09 2380 2026 1/1", "I09 2380 2026-03 1/1", "I09 2380 2026-Q1 1/1");

        story.on("2026-03-04", "a3", school("2026-03-04", 300, 59))
                .adds("I09 2380 2026 0/1", "I09 2380 2026-03 0/1", "I09 2380 2026-Q1 0/1");
    }

    @Test
    void a_day_the_school_did_not_report_counts_for_nothing() {
        story.on("2026-03-02", "a1", unreported("2026-03-02", 300, 300)).adds();
    }

    @Test
    void each_period_adds_up_by_itself() {
        story.on("2026-03-02", "a1", school("2026-03-02", 300, 300))
                .on("2026-04-02", "a2", school("2026-04-02", 3000, 0))
                .adds(
                        "I09 2380 2026 0/1",
                        "I09 2380 2026-03 1/1",
                        "I09 2380 2026-04 0/1",
                        "I09 2380 2026-Q1 1/1",
                        "I09 2380 2026-Q2 0/1");
    }

    @Test
    void a_day_told_before_it_begins_counts_when_it_begins() {
        story.late("2026-02-28", "2026-02-27", "a1", school("2026-03-01", 300, 300))
                .time("2026-02-28 23:59:59.999")
                .adds();
        story.time("2026-03-01 00:00:00").adds("I09 2380 2026 1/1", "I09 2380 2026-03 1/1", "I09 2380 2026-Q1 1/1");
    }

    @Test
    void a_correction_moves_the_minutes_to_another_day_and_school_municipality() {
        story.on("2026-03-02", "a1", school("2026-03-02", 300, 300))
                .in("2303")
                .corrects("2026-06-02", "2026-03-02", "a1", school("2026-02-27", 300, 10))
                .adds("I09 2303 2026 0/1", "I09 2303 2026-02 0/1", "I09 2303 2026-Q1 0/1");
    }

    @Test
    void a_line_received_four_hundred_days_after_its_day_is_refused_one_before_that_counts() {
        // end(2026-03-02) + 400 d is 2027-04-07 00:00 in winter hours, 01:00 in summer's
        story.late("2027-04-07 01:00:00", "2026-03-02", "a1", school("2026-03-02", 300, 300))
                .adds();
        story.late("2027-04-07 00:59:59.999", "2026-03-02", "a2", school("2026-03-02", 300, 300))
                .adds("I09 2380 2026 1/1", "I09 2380 2026-03 1/1", "I09 2380 2026-Q1 1/1");
    }

    @Test
    void what_is_forgotten_of_a_day_stays_in_the_months_sums() {
        story.on("2025-01-13", "a1", school("2025-01-13", 300, 300))
                .on("2025-01-30", "a2", school("2025-01-30", 300, 0))
                .on("2026-06-08", "a3", school("2026-06-08", 300, 300))
                .time("2026-09-01")
                .again("2026-09-02", "a1")
                .retracts("2026-09-03", "a1", Agency.SCHOOL)
                .time("2026-10-05")
                .adds(
                        "I09 2380 2025 1/1",
                        "I09 2380 2025-01 1/1",
                        "I09 2380 2025-Q1 1/1",
                        "I09 2380 2026 1/1",
                        "I09 2380 2026-06 1/1",
                        "I09 2380 2026-Q2 1/1");
    }
}
