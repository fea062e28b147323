package se.samordna.indicators.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void a_month_is_its_local_days_summer_time_included() {
        Period march = Period.month(MARCH);

        assertThat(march.start()).isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(march.end()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(march.endedBy(march.end())).isTrue();
        assertThat(march.endedBy(march.end().minusMillis(1))).isFalse();
    }

    @Test
    void an_event_at_midnight_is_the_new_months_a_due_time_the_old_ones() {
        Instant firstOfMarch = Instant.parse("2026-02-28T23:00:00Z");

        assertThat(Period.monthOf(firstOfMarch)).isEqualTo(MARCH);
        assertThat(Period.monthOfDue(firstOfMarch)).isEqualTo(YearMonth.of(2026, 2));
        assertThat(Period.monthOfDue(firstOfMarch.plusMillis(1))).isEqualTo(MARCH);
    }

    @Test
    void every_period_of_any_event_is_read_back_from_its_code() {
        for (YearMonth month : List.of(YearMonth.of(1, 1), MARCH, YearMonth.of(9999, 12))) {
            assertThat(Period.around(month))
                    .allSatisfy(
                            period -> assertThat(Period.parse(period.code())).contains(period));
        }
        assertThat(Period.parse("226")).isEmpty();
    }

    @Test
    void a_month_lies_in_fifteen_periods_and_nothing_else() {
        assertThat(Period.around(MARCH).map(Period::code))
                .containsExactly(
                        "2026-03",
                        "2026-Q1",
                        "2026",
                        "2026-03/R12",
                        "2026-04/R12",
                        "2026-05/R12",
                        "2026-06/R12",
                        "2026-07/R12",
                        "2026-08/R12",
                        "2026-09/R12",
                        "2026-10/R12",
                        "2026-11/R12",
                        "2026-12/R12",
                        "2027-01/R12",
                        "2027-02/R12");
        assertThat(Period.around(MARCH)).allMatch(period -> period.holds(MARCH));
        assertThat(Period.rolling(MARCH).holds(YearMonth.of(2025, 3))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-Q1", "2026-Q4", "2026-03", "2026-12/R12"})
    void a_code_is_read_as_it_is_written(String code) {
        assertThat(Period.parse(code).map(Period::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-Q5", "2026-13", "2026-3", "2026/R12", "2026-Q1/R12", "x"})
    void anything_else_is_no_period(String code) {
        assertThat(Period.parse(code)).isEmpty();
    }
}
