package se.samordna.indicators.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExactTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Optional<Instant> END_OF_FEBRUARY = Optional.of(Instant.parse("2026-02-28T12:00:00Z"));
    private final Counted counted = Counted.nothing();

    @Test
    void things_that_happen_add_up_over_months_and_municipalities() {
        inTime("2380", JANUARY, 7, 9);
        inTime("2380", YearMonth.of(2026, 2), 1, 1);
        inTime("2303", JANUARY, 2, 3);

        assertThat(printed())
                .containsExactly(
                        "I05 23 2026 10/13",
                        "I05 2303 2026 2/3",
                        "I05 2303 2026-01 2/3",
                        "I05 2303 2026-01/R12 2/3",
                        "I05 2303 2026-02/R12 2/3",
                        "I05 2303 2026-Q1 2/3",
                        "I05 2380 2026 8/10",
                        "I05 2380 2026-01 7/9",
                        "I05 2380 2026-01/R12 7/9",
                        "I05 2380 2026-02 1/1",
                        "I05 2380 2026-02/R12 8/10",
                        "I05 2380 2026-Q1 8/10");
    }

    @Test
    void what_was_taken_back_is_no_cell() {
        inTime("2380", JANUARY, 1, 1);
        inTime("2380", JANUARY, -1, -1);

        assertThat(printed()).isEmpty();
    }

    @Test
    void distinct_children_are_what_each_period_counted_and_a_county_sums_its_years() {
        children("2380", Period.month(JANUARY), 3);
        children("2380", Period.quarter(JANUARY), 4);
        children("2380", Period.year(2026), 5);
        children("2303", Period.year(2026), 2);
        measure("2380", "population-0-17", "2025", 1, 13_012, OptionalLong.empty());
        measure("2305", "population-0-17", "2024", 1, 1_000, OptionalLong.empty());

        assertThat(printed())
                .containsExactly(
                        "I02 23 2026 7/14012",
                        "I02 2303 2026 2/0",
                        "I02 2380 2026 5/13012",
                        "I02 2380 2026-01 3/13012",
                        "I02 2380 2026-Q1 4/13012");
    }

    @Test
    void a_population_is_that_of_the_greatest_year_not_after_the_period() {
        children("2380", Period.year(2024), 1);
        children("2380", Period.year(2025), 1);
        children("2380", Period.year(2026), 1);
        measure("2380", "population-0-17", "2025", 1, 13_012, OptionalLong.empty());

        assertThat(printed())
                .containsExactly(
                        "I02 23 2024 1/0",
                        "I02 23 2025 1/13012",
                        "I02 23 2026 1/13012",
                        "I02 2380 2024 1/0",
                        "I02 2380 2025 1/13012",
                        "I02 2380 2026 1/13012");
    }

    @Test
    void a_measure_is_printed_as_sent_and_the_greatest_revision_is_in_force() {
        measure("1265", "direct-time", "2026-01", 1, 100, OptionalLong.of(1_000));
        measure("1265", "direct-time", "2026-01", 2, 150, OptionalLong.of(1_000));
        measure("1265", "direct-time", "2026-01", 1, 170, OptionalLong.of(1_000));
        measure("1265", "youth-centre-visits", "2026-Q1", 1, 40, OptionalLong.of(90));
        measure("1265", "letters", "2026", 1, 40, OptionalLong.empty());

        assertThat(printed()).containsExactly("I08 1265 2026-01 150/1000", "M.youth-centre-visits 1265 2026-Q1 40/90");
    }

    @Test
    void a_measure_taken_back_is_no_cell() {
        measure("1265", "direct-time", "2026-01", 1, 100, OptionalLong.of(1_000));
        counted.measure(new Measurement(
                slot("1265", "direct-time", "2026-01"), 2, id(9), OptionalLong.empty(), OptionalLong.empty()));

        assertThat(printed()).isEmpty();
    }

    @Test
    void of_equal_revisions_the_greatest_id_as_text_is_in_force() {
        var high = UUID.fromString("f0000000-0000-4000-8000-000000000000");
        var low = UUID.fromString("10000000-0000-4000-8000-000000000000");
        for (UUID id : List.of(low, high, low)) {
            counted.measure(new Measurement(
                    slot("1265", "direct-time", "2026-01"),
                    1,
                    id,
                    OptionalLong.of(id.equals(high) ? 2 : 1),
                    OptionalLong.of(10)));
        }

        assertThat(printed()).containsExactly("I08 1265 2026-01 2/10");
    }

    private void inTime(String municipality, YearMonth month, long num, long den) {
        counted.add(Definitions.PRELIMINARY_IN_TIME.cell(municipality, Period.month(month)), new Figure(num, den));
    }

    private void children(String municipality, Period period, long num) {
        counted.add(Definitions.CHILDREN_REPORTED.cell(municipality, period), new Figure(num, 0));
    }

    private void measure(String municipality, String measure, String period, int revision, long num, OptionalLong den) {
        counted.measure(new Measurement(
                slot(municipality, measure, period), revision, id(revision), OptionalLong.of(num), den));
    }

    private static Measurement.Slot slot(String municipality, String measure, String period) {
        return new Measurement.Slot(municipality, measure, Period.parse(period).orElseThrow());
    }

    private static UUID id(int number) {
        return new UUID(0x4000, number);
    }

    private List<String> printed() {
        return Exact.cells(counted, END_OF_FEBRUARY).entrySet().stream()
                .map(cell -> "%s %s %s %d/%d"
                        .formatted(
                                cell.getKey().indicator(),
                                cell.getKey().municipality(),
                                cell.getKey().period(),
                                cell.getValue().num(),
                                cell.getValue().den()))
                .toList();
    }
}
