package se.samordna.workplace.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.workplace.query.Cell;
import se.samordna.workplace.query.Unit;

/** I05 of a municipality in the first half of 2026: April is withheld, of May nothing is told. */
class PointTest {
    private static final List<Point> ALL = Stream.of(
                    cell("2026-06", 9, 30),
                    cell("2026-01", 12, 30),
                    withheld("2026-04"),
                    cell("2026-02", 15, 30),
                    cell("2026-03", 15, 30),
                    cell("2026-Q1", 42, 90),
                    cell("2026-02/R12", 100, 400))
            .flatMap(cell -> Point.of(cell, Unit.PERCENT).stream())
            .toList();

    @Test
    void months_stand_in_order_with_the_one_between_that_says_nothing_and_nothing_else() {
        assertThat(Point.row(ALL, Span.MONTH))
                .extracting(point -> point.period().code() + " " + point.state() + " "
                        + (point.shown() ? point.value().getAsDouble() : ""))
                .containsExactly(
                        "2026-01 SHOWN 40.0",
                        "2026-02 SHOWN 50.0",
                        "2026-03 SHOWN 50.0",
                        "2026-04 SUPPRESSED ",
                        "2026-05 NOT_PRINTED ",
                        "2026-06 SHOWN 30.0");
        assertThat(Point.row(ALL, Span.QUARTER)).hasSize(1);
        assertThat(Point.row(ALL, Span.YEAR)).isEmpty();
        assertThat(Point.row(ALL, Span.ROLLING)).hasSize(1);
    }

    @Test
    void a_chart_has_room_for_three_years_of_months() {
        List<Point> four = Stream.iterate(Period.of("2022-01").orElseThrow(), Period::next)
                .limit(48)
                .flatMap(period -> Point.of(cell(period.code(), 9, 30), Unit.PERCENT).stream())
                .toList();

        assertThat(Point.row(four, Span.MONTH))
                .hasSize(36)
                .first()
                .matches(point -> point.period().code().equals("2023-01"));
    }

    @Test
    void it_falls_since_the_last_month_that_could_be_shown() {
        Trend trend = Trend.of(Point.row(ALL, Span.MONTH), "UP").orElseThrow();

        assertThat(trend.way()).isEqualTo(Trend.Way.DOWN);
        assertThat(trend.from().period().code()).isEqualTo("2026-03");
        assertThat(trend.towards()).contains(false);
        assertThat(Trend.of(Point.row(ALL, Span.MONTH), "DOWN").orElseThrow().towards())
                .contains(true);
        assertThat(Trend.of(Point.row(ALL, Span.MONTH), "KEEP").orElseThrow().towards())
                .isEmpty();
        assertThat(Trend.of(Point.row(ALL, Span.QUARTER), "UP")).isEmpty();
    }

    @Test
    void the_small_picture_breaks_where_a_period_says_nothing_and_marks_the_withheld_one() {
        Sparkline drawn = Sparkline.of(Point.row(ALL, Span.MONTH), OptionalDouble.of(100));

        assertThat(drawn.dots()).hasSize(4);
        assertThat(drawn.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.split(" ", -1)).hasSize(3));
        assertThat(drawn.fields()).hasSize(1);
        assertThat(drawn.target()).contains("6.0");
        assertThat(Sparkline.of(List.of(), OptionalDouble.empty()).target()).isEmpty();
    }

    @Test
    void what_cannot_be_reckoned_is_no_number() {
        assertThat(Unit.PERCENT.of(cell("2026-01", 3, 0))).isEmpty();
        assertThat(Unit.DAYS.of(cell("2026-01", 3, 3))).isEmpty();
        assertThat(Unit.PER_1000.of(cell("2025", 160, 4_000))).hasValue(40);
        assertThat(Unit.RATIO.of(cell("2025", 84, 6))).hasValue(14);
        assertThat(Point.of(cell("2026-W07", 1, 2), Unit.PERCENT)).isEqualTo(Optional.empty());
    }

    private static Cell cell(String period, long num, long den) {
        return new Cell(
                "I05",
                1,
                period,
                OptionalLong.of(num),
                OptionalLong.of(den),
                OptionalLong.empty(),
                false,
                Optional.empty());
    }

    private static Cell withheld(String period) {
        return new Cell(
                "I05",
                1,
                period,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                true,
                Optional.empty());
    }
}
