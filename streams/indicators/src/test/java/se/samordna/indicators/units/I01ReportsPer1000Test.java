package se.samordna.indicators.units;

import static se.samordna.indicators.units.Facts.report;

import org.junit.jupiter.api.Test;
import se.samordna.rules.Agency;

/** I01 with I02, which counts the same reports as children. */
class I01ReportsPer1000Test {

    private final Story story = Story.of("I01", "I02", "I05");

    @Test
    void two_reports_in_a_month_are_two_reports_of_one_child_and_nothing_else() {
        story.on("2026-01-10", "r1", report("r1"))
                .on("2026-01-20", "r2", report("r2"))
                .again("2026-01-21", "r2")
                .adds("I01 2380 2026-01 2/0", "I02 2380 2026 1/0", "I02 2380 2026-01 1/0", "I02 2380 2026-Q1 1/0");
    }

    @Test
    void a_child_reported_in_two_quarters_is_one_child_of_the_year() {
        story.on("2026-01-10", "r1", report("r1"))
                .on("2026-04-20", "r2", report("r2"))
                .time("2026-04-21")
                .adds(
                        "I01 2380 2026-01 1/0",
                        "I01 2380 2026-04 1/0",
                        "I02 2380 2026 1/0",
                        "I02 2380 2026-01 1/0",
                        "I02 2380 2026-04 1/0",
                        "I02 2380 2026-Q1 1/0",
                        "I02 2380 2026-Q2 1/0",
                        "I05 2380 2026-01 0/1");
    }

    @Test
    void a_child_reported_in_two_municipalities_is_counted_in_each() {
        story.on("2026-01-10", "r1", report("r1"))
                .in("2303")
                .on("2026-01-20", "r2", report("r2"))
                .adds(
                        "I01 2303 2026-01 1/0",
                        "I01 2380 2026-01 1/0",
                        "I02 2303 2026 1/0",
                        "I02 2303 2026-01 1/0",
                        "I02 2303 2026-Q1 1/0",
                        "I02 2380 2026 1/0",
                        "I02 2380 2026-01 1/0",
                        "I02 2380 2026-Q1 1/0");
    }

    @Test
    void a_report_at_the_first_instant_of_a_month_is_that_months() {
        story.on("2026-02-01 00:00:00", "r1", report("r1"))
                .on("2026-01-31 23:59:59.999", "r2", report("r2"))
                .adds(
                        "I01 2380 2026-01 1/0",
                        "I01 2380 2026-02 1/0",
                        "I02 2380 2026 1/0",
                        "I02 2380 2026-01 1/0",
                        "I02 2380 2026-02 1/0",
                        "I02 2380 2026-Q1 1/0");
    }

    @Test
    void a_correction_eight_months_late_moves_the_report_to_another_month_and_municipality() {
        story.on("2026-01-10", "r1", report("r1"))
                .in("2303")
                .corrects("2026-09-10", "2025-12-10", "r1", report("r1"))
                .adds(
                        "I01 2303 2025-12 1/0",
                        "I02 2303 2025 1/0",
                        "I02 2303 2025-12 1/0",
                        "I02 2303 2025-Q4 1/0",
                        "I05 2303 2025-12 0/1");
    }

    @Test
    void a_retracted_report_leaves_nothing() {
        story.on("2026-01-10", "r1", report("r1"))
                .time("2026-02-10")
                .retracts("2026-09-10", "r1", Agency.SOCIAL_SERVICES)
                .adds();
    }

    @Test
    void a_report_ahead_of_its_time_waits() {
        story.late("2026-01-10", "2026-01-12", "r1", report("r1"))
                .time("2026-01-11")
                .adds();
        story.time("2026-01-12")
                .adds("I01 2380 2026-01 1/0", "I02 2380 2026 1/0", "I02 2380 2026-01 1/0", "I02 2380 2026-Q1 1/0");
    }

    @Test
    void a_child_is_counted_in_the_twelve_rolling_years_its_month_lies_in() {
        story.on("2026-01-10", "r1", report("r1"))
                .time("2027-02-01")
                .addsWithRolling(
                        "I01 2380 2026-01 1/0",
                        "I02 2380 2026 1/0",
                        "I02 2380 2026-01 1/0",
                        "I02 2380 2026-01/R12 1/0",
                        "I02 2380 2026-02/R12 1/0",
                        "I02 2380 2026-03/R12 1/0",
                        "I02 2380 2026-04/R12 1/0",
                        "I02 2380 2026-05/R12 1/0",
                        "I02 2380 2026-06/R12 1/0",
                        "I02 2380 2026-07/R12 1/0",
                        "I02 2380 2026-08/R12 1/0",
                        "I02 2380 2026-09/R12 1/0",
                        "I02 2380 2026-10/R12 1/0",
                        "I02 2380 2026-11/R12 1/0",
                        "I02 2380 2026-12/R12 1/0",
                        "I02 2380 2026-Q1 1/0",
                        "I05 2380 2026-01 0/1");
    }
}
