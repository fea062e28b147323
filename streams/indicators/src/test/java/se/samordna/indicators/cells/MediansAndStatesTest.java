package se.samordna.indicators.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MediansAndStatesTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Optional<Instant> END_OF_FEBRUARY = Optional.of(Instant.parse("2026-02-28T12:00:00Z"));
    private final Counted counted = Counted.nothing();

    @Test
    void a_median_is_taken_anew_of_each_period_and_of_no_county() {
        waited("2380", JANUARY, 3, 30);
        waited("2380", YearMonth.of(2026, 2), 5);
        waited("2303", JANUARY, 7);

        assertThat(printed())
                .containsExactly(
                        "I10 23 2026 4/4",
                        "I10 2303 2026 1/1 median 7",
                        "I10 2303 2026-01 1/1 median 7",
                        "I10 2303 2026-01/R12 1/1 median 7",
                        "I10 2303 2026-02/R12 1/1 median 7",
                        "I10 2303 2026-Q1 1/1 median 7",
                        "I10 2380 2026 3/3 median 5",
                        "I10 2380 2026-01 2/2 median 3",
                        "I10 2380 2026-01/R12 2/2 median 3",
                        "I10 2380 2026-02 1/1 median 5",
                        "I10 2380 2026-02/R12 3/3 median 5",
                        "I10 2380 2026-Q1 3/3 median 5");
    }

    @Test
    void children_in_a_state_are_those_of_the_periods_last_month_or_of_now() {
        turn(Definitions.SKOLFAM_COVERAGE, "2380", "2026-01-20", 1, 3);
        turn(Definitions.SKOLFAM_COVERAGE, "2380", "2026-02-10", 0, -1);
        turn(Definitions.SKOLFAM_COVERAGE, "2303", "2026-02-10", 1, 1);
        turn(Definitions.SKOLFAM_COVERAGE, "2303", "2026-02-11", -1, -1);

        assertThat(printed())
                .containsExactly(
                        "I11 23 2026 1/2",
                        "I11 2380 2026 1/2",
                        "I11 2380 2026-01 1/3",
                        "I11 2380 2026-01/R12 1/3",
                        "I11 2380 2026-02 1/2",
                        "I11 2380 2026-02/R12 1/2",
                        "I11 2380 2026-Q1 1/2");
    }

    @Test
    void days_in_a_state_are_counted_as_they_end() {
        turn(Definitions.WITHOUT_CASEWORKER, "2380", "2026-01-30", 0, 2);
        turn(Definitions.WITHOUT_CASEWORKER, "2380", "2026-01-31", 1, 0);

        assertThat(printed())
                .containsExactly(
                        "I27 23 2026 28/58",
                        "I27 2380 2026 28/58",
                        "I27 2380 2026-01 1/4",
                        "I27 2380 2026-01/R12 1/4",
                        "I27 2380 2026-02 27/54",
                        "I27 2380 2026-02/R12 28/58",
                        "I27 2380 2026-Q1 28/58");
    }

    @Test
    void an_even_number_has_the_lower_of_the_two_in_the_middle_and_none_has_no_median() {
        assertThat(Durations.NONE.median()).isEmpty();
        assertThat(Durations.of(9).plus(1, 1).median()).hasValue(1);
        assertThat(Durations.of(9).plus(1, 3).plus(Durations.of(2)).median()).hasValue(1);
        assertThat(Durations.of(9).plus(1, 1).plus(2, 1).median()).hasValue(2);
        assertThat(Durations.of(9).plus(1, 1).minus(Durations.of(1))).isEqualTo(Durations.of(9));
        assertThat(Durations.of(9).minus(Durations.of(9)).isNone()).isTrue();
    }

    private void waited(String municipality, YearMonth month, int... days) {
        for (int each : days) {
            counted.add(
                    Definitions.ABSENCE_TO_CONTACT.cell(municipality, Period.month(month)),
                    Figure.one(true).lasting(each));
        }
    }

    private void turn(Definition definition, String municipality, String day, long num, long den) {
        counted.turn(new Turn(definition.id(), 1, municipality, LocalDate.parse(day)), new Figure(num, den));
    }

    private List<String> printed() {
        return Exact.cells(counted, END_OF_FEBRUARY).entrySet().stream()
                .map(cell -> "%s %s %s %d/%d%s"
                        .formatted(
                                cell.getKey().indicator(),
                                cell.getKey().municipality(),
                                cell.getKey().period(),
                                cell.getValue().num(),
                                cell.getValue().den(),
                                cell.getValue().median().stream()
                                        .mapToObj(days -> " median " + days)
                                        .collect(Collectors.joining())))
                .toList();
    }
}
