package se.samordna.indicators.units;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.indicators.units.Facts.closed;
import static se.samordna.indicators.units.Facts.decided;
import static se.samordna.indicators.units.Facts.extended;
import static se.samordna.indicators.units.Facts.opened;
import static se.samordna.indicators.units.Facts.report;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class I05PreliminaryWithin14DaysTest {

    private static final String[] REPORTED = {
        "I01 2380 2026-01 1/0", "I02 2380 2026 1/0", "I02 2380 2026-01 1/0", "I02 2380 2026-Q1 1/0"
    };
    private final Story story = Story.of("I01", "I02", "I05");

    @Test
    void before_its_day_comes_nothing_is_in_any_denominator() {
        story.on("2026-01-10", "r1", report("r1"))
                .on("2026-01-12", "d", decided("r1"))
                .adds(REPORTED);
        assertThat(story.sums().wakeUp()).contains(Instant.parse("2026-01-24T23:00:00Z"));
    }

    @Test
    void decided_in_time_counts_when_the_fourteenth_day_has_ended() {
        story.on("2026-01-10", "r1", report("r1"))
                .on("2026-01-12", "d", decided("r1"))
                .time("2026-01-24 23:59:59.999")
                .adds(REPORTED);
        story.time("2026-01-25 00:00:00").adds(and("I05 2380 2026-01 1/1"));
        assertThat(story.sums().wakeUp()).isEmpty();
    }

    @Test
    void a_day_that_ends_with_the_month_is_the_old_months() {
        story.on("2026-01-17", "r1", report("r1")).time("2026-02-01 00:00:00").adds(and("I05 2380 2026-01 0/1"));
    }

    @Test
    void decided_late_is_not_in_time_and_decided_at_the_last_instant_is() {
        story.on("2026-01-10", "r1", report("r1"))
                .on("2026-01-25 00:00:00.001", "d", decided("r1"))
                .adds(and("I05 2380 2026-01 0/1"));

        Story.of("I01", "I02", "I05")
                .on("2026-01-10", "r1", report("r1"))
                .on("2026-01-25 00:00:00", "d", decided("r1"))
                .adds(and("I05 2380 2026-01 1/1"));
    }

    @Test
    void an_investigation_opened_decides_too_and_one_open_at_the_report_leaves_no_unit() {
        story.on("2026-01-10", "r1", report("r1"))
                .on("2026-01-20", "i", opened("i"))
                .time("2026-02-10")
                .adds(and("I05 2380 2026-01 1/1"));

        Story.of("I01", "I02", "I05")
                .on("2026-01-09", "i", opened("i"))
                .on("2026-01-10", "r1", report("r1"))
                .on("2026-01-11", "c", closed("i"))
                .time("2026-03-01")
                .adds(REPORTED);
    }

    @Test
    void extended_it_counts_at_the_last_date_it_was_extended_to() {
        story.on("2026-01-10", "r1", report("r1"))
                .on("2026-01-20", "x1", extended("r1", "2026-02-20"))
                .on("2026-02-15", "x2", extended("r1", "2026-03-10"))
                .on("2026-03-09", "d", decided("r1"))
                .time("2026-03-10 23:59:59.999")
                .adds(REPORTED);
        story.time("2026-03-11 00:00:00").adds(and("I05 2380 2026-03 1/1"));
    }

    @Test
    void a_decision_that_comes_late_but_was_made_in_time_turns_the_figure() {
        story.on("2026-01-10", "r1", report("r1")).time("2026-02-10").adds(and("I05 2380 2026-01 0/1"));
        story.late("2026-09-10", "2026-01-20", "d", decided("r1")).adds(and("I05 2380 2026-01 1/1"));
    }

    private static String[] and(String cell) {
        String[] all = java.util.Arrays.copyOf(REPORTED, REPORTED.length + 1);
        all[REPORTED.length] = cell;
        return all;
    }
}
