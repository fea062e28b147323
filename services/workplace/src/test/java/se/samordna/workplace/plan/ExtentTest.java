package se.samordna.workplace.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.workplace.query.Cell;
import se.samordna.workplace.query.Freshness;

/** On the last of June 2026, a municipality whose events begin in October 2025, and which has counted its own measures for years. */
class ExtentTest {
    private static final Period YEAR = Period.of("2025").orElseThrow();
    private static final Freshness JUNE =
            new Freshness(Optional.of(Instant.parse("2026-06-30T10:00:00Z")), false, List.of());
    private static final Extent EXTENT = Extent.of(
            Stream.of(
                    cell("I01", "2025"),
                    cell("I01", "2025-11"),
                    cell("I05", "2025-10"),
                    cell("I08", "2024-01"),
                    cell("M.youth-centre-visits", "2024-02")),
            JUNE);

    @Test
    void a_year_that_had_begun_is_of_a_part_of_it_alone_and_the_next_is_whole() {
        assertThat(EXTENT.ofFigures("I01").within(YEAR)).contains(YearMonth.of(2025, 10));
        assertThat(EXTENT.ofFigures("I01").within(Period.of("2025-10").orElseThrow()))
                .isEmpty();
        assertThat(EXTENT.ofFigures("I01").within(Period.of("2026").orElseThrow()))
                .isEmpty();
    }

    @Test
    void what_the_municipality_counts_itself_it_has_counted_the_whole_year() {
        assertThat(EXTENT.ofFigures("M.youth-centre-visits").within(YEAR)).isEmpty();
        assertThat(EXTENT.ofFigures("I08").within(YEAR)).isEmpty();
    }

    @Test
    void a_period_runs_through_its_last_day_and_no_longer() {
        assertThat(Stream.of("2026-Q2", "2026", "2026-06", "2026-06/R12", "2026-05", "2025")
                        .filter(period -> EXTENT.runs(Period.of(period).orElseThrow())))
                .containsExactly("2026-Q2", "2026", "2026-06", "2026-06/R12");
        assertThat(EXTENT.ofFigures("I08").runs(Period.of("2026").orElseThrow()))
                .as("what it counts itself runs too")
                .isTrue();
        assertThat(new Extent(Optional.empty(), Optional.empty()).runs(YEAR)).isFalse();
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
