package se.samordna.indicators.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definition.Counts;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Measurement;
import se.samordna.indicators.cells.Period;

/**
 * Random counties, printed, then attacked with all that is printed. What it covers: each indicator and year by itself,
 * all sums over months, quarters and municipalities, exact bounds. What it does not: what one indicator tells of another
 * (I01 and I02), what a rule of suppression itself tells of the cell it hides, what was printed at earlier times.
 */
class AttackTest {

    private static final int COUNTIES = 600;
    private static final double WON = 4;
    private static final Instant ENDED = Instant.parse("2027-06-01T00:00:00Z");
    private static final List<Definition> ATTACKED = List.of(
            Definitions.REPORTS,
            Definitions.CHILDREN_REPORTED,
            Definitions.PRELIMINARY_IN_TIME,
            Definitions.HIGH_ABSENCE);

    private int suppressed;
    private int totals;
    private final List<String> recovered = new ArrayList<>();

    @Test
    void no_suppressed_cell_is_bounded_closely() {
        IntStream.range(0, COUNTIES).forEach(seed -> attack(new Random(seed), seed));

        assertThat(recovered).isEmpty();
        assertThat(suppressed).as("suppressed cells attacked").isGreaterThan(10_000);
        assertThat(totals).as("printed totals to attack them with").isGreaterThan(1_000);
    }

    @Test
    void the_attacker_is_sharp_enough_to_win_where_a_total_is_printed_that_should_not_be() {
        var counted = Counted.nothing();
        var key = Definitions.PRELIMINARY_IN_TIME.cell("1490", Period.month(YearMonth.of(2026, 1)));
        counted.add(key, new Figure(2, 30));
        counted.add(key.in(Period.month(YearMonth.of(2026, 2))), new Figure(10, 30));
        var exact = Exact.cells(counted, Optional.of(ENDED));
        var printed = new ArrayList<>(Publish.cells(exact, ENDED));
        CellKey quarter = key.in(Period.quarter(YearMonth.of(2026, 1)));
        printed.add(Cell.of(quarter, new Figure(12, 60)));

        var bounds =
                new Attacker(printed, false, Figure::num).attack(key.of("14").in(Period.year(2026)), List.of("1490"));

        assertThat(bounds.get(key)).isEqualTo(new Attacker.Bounds(2, 2));
    }

    private void attack(Random random, int seed) {
        var municipalities = IntStream.rangeClosed(1, 1 + random.nextInt(9))
                .mapToObj(number -> "23%02d".formatted(number))
                .toList();
        SortedMap<CellKey, Figure> exact = Exact.cells(county(random, municipalities), Optional.of(ENDED));
        var printed = Publish.cells(exact, ENDED);
        for (Definition definition : ATTACKED) {
            var ofIt = printed.stream()
                    .filter(cell -> cell.key().indicator().equals(definition.id()))
                    .toList();
            totals += (int) ofIt.stream()
                    .filter(cell -> cell.key().ofCounty() || cell.key().period().span() != Period.Span.MONTH)
                    .filter(cell -> !cell.isSuppressed())
                    .count();
            suppressed += (int) ofIt.stream().filter(Cell::isSuppressed).count();
            attackSide(definition, ofIt, municipalities, exact, Figure::num, seed);
            attackSide(definition, ofIt, municipalities, exact, figure -> figure.den() - figure.num(), seed);
        }
    }

    private void attackSide(
            Definition definition,
            List<Cell> printed,
            List<String> municipalities,
            SortedMap<CellKey, Figure> exact,
            ToLongFunction<Figure> side,
            int seed) {
        if (definition.perPopulation() && side.applyAsLong(new Figure(0, 1)) == 1) {
            return; // Populations do not add over months: what is known of den − num is what is known of num.
        }
        var bounds = new Attacker(printed, definition.counts() == Counts.CHILDREN, side)
                .attack(definition.cell("23", Period.year(2026)), municipalities);
        printed.stream().filter(Cell::isSuppressed).map(Cell::key).forEach(key -> {
            long truth = side.applyAsLong(exact.getOrDefault(key, Figure.NONE));
            var found = bounds.getOrDefault(key, new Attacker.Bounds(0, 0));
            assertThat(truth).isBetween((long) found.least(), (long) Math.min(found.most(), Long.MAX_VALUE));
            if (truth > 0 && found.length() <= WON) {
                recovered.add("county " + seed + ": " + key + " is in " + found);
            }
        });
    }

    private static Counted county(Random random, List<String> municipalities) {
        var counted = Counted.nothing();
        for (String municipality : municipalities) {
            double size = Math.exp(random.nextDouble() * 6 - 1);
            double share = List.of(0.0, 0.02, 0.1, 0.5, 0.9, 0.98, 1.0).get(random.nextInt(7));
            for (int month = 1; month <= 12; month++) {
                Period period = Period.month(YearMonth.of(2026, month));
                Figure units = units(random, size, share);
                counted.add(Definitions.PRELIMINARY_IN_TIME.cell(municipality, period), units);
                counted.add(Definitions.REPORTS.cell(municipality, period), units.outOf(0));
            }
            Figure children = units(random, size * 3, share);
            counted.add(Definitions.HIGH_ABSENCE.cell(municipality, Period.year(2026)), children);
            counted.add(Definitions.CHILDREN_REPORTED.cell(municipality, Period.year(2026)), children.outOf(0));
            counted.measure(new Measurement(
                    new Measurement.Slot(municipality, Definitions.POPULATION_MEASURE, Period.year(2025)),
                    1,
                    new UUID(0, 1),
                    OptionalLong.of(100 + random.nextInt(5_000)),
                    OptionalLong.empty()));
        }
        return counted;
    }

    private static Figure units(Random random, double size, double share) {
        int den = (int) Math.floor(-Math.log(1 - random.nextDouble()) * size);
        int num = (int) IntStream.range(0, den)
                .filter(unit -> random.nextDouble() < share)
                .count();
        return new Figure(num, den);
    }
}
