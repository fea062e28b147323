package se.samordna.workplace.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.workplace.query.Cell;

/** A municipality whose events begin in October 2025, and which has counted its own measures for years. */
class BeginningTest {
    private static final Period YEAR = Period.of("2025").orElseThrow();
    private static final Beginning BEGINNING = Beginning.of(Stream.of(
            cell("I01", "2025"),
            cell("I01", "2025-11"),
            cell("I05", "2025-10"),
            cell("I08", "2024-01"),
            cell("M.youth-centre-visits", "2024-02")));

    @Test
    void a_year_that_had_begun_is_of_a_part_of_it_alone_and_the_next_is_whole() {
        assertThat(BEGINNING.ofFigures("I01").within(YEAR)).contains(YearMonth.of(2025, 10));
        assertThat(BEGINNING.ofFigures("I01").within(Period.of("2025-10").orElseThrow()))
                .isEmpty();
        assertThat(BEGINNING.ofFigures("I01").within(Period.of("2026").orElseThrow()))
                .isEmpty();
    }

    @Test
    void what_the_municipality_counts_itself_it_has_counted_the_whole_year() {
        assertThat(BEGINNING.ofFigures("M.youth-centre-visits").within(YEAR)).isEmpty();
        assertThat(BEGINNING.ofFigures("I08").within(YEAR)).isEmpty();
    }

    private static Cell cell(String indicator, String period) {
        return new Cell(
                indicator,
                1,
                period,
                OptionalLong.of(9),
                OptionalLong.of(30),
                OptionalLong.empty(),
                false,
                Optional.empty());
    }
}
