package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row "Absence" of the page, to the minute and the day. */
class AbsenceWindowTest {

    /** Day, minutes absent and minutes offered, in threes. */
    private static AbsenceWindow after(long... days) {
        DaySums sums = new DaySums(0);
        for (int i = 0; i < days.length; i += 3) {
            sums.add((int) days[i], days[i + 1], days[i + 2]);
        }
        AbsenceWindow window = new AbsenceWindow(sums, AbsenceSettings.DEFAULT);
        while (window.position() < sums.size()) {
            window.advance();
        }
        return window;
    }

    @ParameterizedTest(name = "{0} absent of {1}: counts {2}, high {3}")
    @CsvSource({"599, 599, false, false", "60, 600, true, true", "59, 600, true, false", "0, 600, true, false"})
    void a_day_counts_with_ten_hours_offered_and_is_high_with_a_tenth_absent(
            long absent, long offered, boolean counts, boolean high) {
        assertThat(after(0, absent, offered).counts()).isEqualTo(counts);
        assertThat(after(0, absent, offered).isHigh()).isEqualTo(high);
    }

    @ParameterizedTest(name = "{0} absent of 1000: level {1}")
    @CsvSource({"100, 1", "199, 1", "200, 2", "499, 2", "500, 3", "1000, 3"})
    void a_fifth_is_urgent_and_a_half_is_worst(long absent, int level) {
        assertThat(after(0, absent, 1_000).level()).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} of {1} before, {2} of {3} now: level {4}")
    @CsvSource({
        "60, 1000, 120, 1000, 2", // exactly twice
        "60, 1000, 119, 1000, 1",
        "60, 1000, 180, 1500, 2", // shares, not minutes
        "60, 1000, 179, 1500, 1",
        "0, 1000, 120, 1000, 1", // twice nothing is no doubling
        "30, 600, 120, 1000, 2",
        "30, 599, 120, 1000, 1", // too little offered to say
        "1200000000, 20000000000, 2400000000, 20000000000, 2", // beyond what a long can multiply
        "1200000000, 20000000000, 2399999999, 20000000000, 1",
    })
    void a_share_twice_that_of_the_four_weeks_before_is_urgent(
            long absentBefore, long offeredBefore, long absent, long offered, int level) {
        assertThat(after(0, absentBefore, offeredBefore, 28, absent, offered).level())
                .isEqualTo(level);
    }

    @Test
    void the_window_is_the_day_and_the_27_before_it() {
        assertThat(after(0, 300, 600, 27, 0, 600).isHigh()).isTrue();
        assertThat(after(0, 300, 600, 28, 0, 600).isHigh()).isFalse();
    }

    @Test
    void the_window_before_is_the_28_days_before_that() {
        assertThat(after(0, 60, 1_000, 27, 60, 1_000).level())
                .as("all in the window")
                .isEqualTo(1);
        assertThat(after(0, 60, 1_000, 55, 120, 1_000).level())
                .as("the first day before")
                .isEqualTo(2);
        assertThat(after(0, 60, 1_000, 56, 120, 1_000).level())
                .as("out of both")
                .isEqualTo(1);
    }

    @Test
    void a_copy_goes_its_own_way() {
        DaySums sums = new DaySums(2);
        sums.add(0, 60, 1_000);
        sums.add(28, 120, 1_000);
        AbsenceWindow window = new AbsenceWindow(sums, AbsenceSettings.DEFAULT);
        window.advance();
        AbsenceWindow ahead = window.copy();
        ahead.advance();
        assertThat(ahead.day()).isEqualTo(28);
        assertThat(ahead.level()).isEqualTo(2);
        assertThat(window.day()).isZero();
        assertThat(window.isHigh()).isFalse();
    }
}
