package se.samordna.indicators.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definition.Counts;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Measurement;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Turn;

/**
 * Random counties, printed, then attacked with all that is printed. What it covers: each indicator and year by itself,
 * all sums over months, quarters and municipalities, exact bounds. What it does not: what one indicator tells of another
 * (I01 and I02), what a rule of suppression itself tells of the cell it hides, what was printed at earlier times. Each is
 * attacked again after some of what was counted has been retracted: a cell that then keeps the values it was told with is
 * as good as withheld, and the attacker is taken to know which those are.
 */
class AttackTest {

    private static final int COUNTIES = 1_000;
    /** So many of the indicators of each county: all are met, each with every kind of county. */
    private static final int AT_ONCE = 5;

    private static final double WON = 4;
    private static final Instant ENDED = Instant.parse("2027-06-01T00:00:00Z");
    private static final List<Definition> OF_CHILDREN = Definitions.all().stream()
            .filter(definition -> !definition.ofNoChild())
            .toList();

    private int suppressed;
    private int totals;
    private int medians;
    private int kept;
    private final Set<Definition> attacked = new HashSet<>();
    private final List<String> recovered = new ArrayList<>();

    /** {@code -Dcounties=20000} for a long attack, {@code -Dseed=} where it begins. */
    @Test
    void no_suppressed_cell_is_bounded_closely(TestReporter reporter) {
        int first = Integer.getInteger("seed", 0);
        int counties = Integer.getInteger("counties", COUNTIES);
        IntStream.range(first, first + counties).forEach(seed -> attack(new Random(seed), seed));

        reporter.publishEntry(Map.of(
                "counties", String.valueOf(counties),
                "cells suppressed and attacked", String.valueOf(suppressed),
                "of which keep older values", String.valueOf(kept),
                "recovered", String.valueOf(recovered.size())));
        assertThat(recovered).isEmpty();
        assertThat(suppressed).as("suppressed cells attacked").isGreaterThan(10_000);
        assertThat(kept).as("cells that keep what they were told with").isGreaterThan(1_000);
        assertThat(totals).as("printed totals to attack them with").isGreaterThan(1_000);
        assertThat(attacked).as("indicators attacked").containsExactlyInAnyOrderElementsOf(OF_CHILDREN);
        assertThat(medians).as("medians of municipalities").isGreaterThan(1_000);
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
        var some = new ArrayList<>(OF_CHILDREN);
        Collections.shuffle(some, random);
        var definitions = some.subList(0, AT_ONCE);
        attacked.addAll(definitions);
        Counted counted = county(random, municipalities, definitions);
        SortedMap<CellKey, Figure> exact = Exact.cells(counted, Optional.of(ENDED));
        var printed = Publish.cells(exact, ENDED);
        attack(printed, definitions, municipalities, exact, seed);

        retract(random, definitions, exact, counted);
        SortedMap<CellKey, Figure> later = Exact.cells(counted, Optional.of(ENDED));
        attack(asItIs(Publish.cells(later, ENDED, values(printed)), later), definitions, municipalities, later, seed);
    }

    private void attack(
            List<Cell> printed,
            List<Definition> definitions,
            List<String> municipalities,
            SortedMap<CellKey, Figure> exact,
            int seed) {
        printed.forEach(this::median);
        for (Definition definition : definitions) {
            var ofIt = printed.stream()
                    .filter(cell -> cell.key().indicator().equals(definition.id()))
                    .toList();
            totals += (int) ofIt.stream()
                    .filter(cell -> isTotal(cell.key()))
                    .filter(cell -> !cell.isSuppressed())
                    .count();
            suppressed += (int) ofIt.stream().filter(Cell::isSuppressed).count();
            attackSide(definition, ofIt, municipalities, exact, Figure::num, seed);
            attackSide(definition, ofIt, municipalities, exact, figure -> figure.den() - figure.num(), seed);
        }
    }

    private static boolean isTotal(CellKey key) {
        return key.ofCounty() || key.period().span() != Period.Span.MONTH;
    }

    private static Map<CellKey, Figure> values(List<Cell> printed) {
        return printed.stream()
                .filter(cell -> !cell.isSuppressed())
                .collect(Collectors.toMap(Cell::key, cell -> cell.figure().orElseThrow()));
    }

    /** Without the values that are not those of now: of a lowest cell nothing is known then, a total is no total. */
    private List<Cell> asItIs(List<Cell> printed, SortedMap<CellKey, Figure> exact) {
        return printed.stream()
                .flatMap(cell -> {
                    boolean now = cell.isSuppressed()
                            || cell.equals(
                                    Publish.seen(Map.entry(cell.key(), exact.getOrDefault(cell.key(), Figure.NONE))));
                    kept += now ? 0 : 1;
                    return now
                            ? Stream.of(cell)
                            : Definitions.byId(cell.key().indicator())
                                                    .filter(Definition::ofDistinctChildren)
                                                    .isEmpty()
                                            && isTotal(cell.key())
                                    ? Stream.empty()
                                    : Stream.of(Cell.suppressed(cell.key()));
                })
                .toList();
    }

    /** Takes some of what happened back, a few units of a cell at most. */
    private static void retract(
            Random random, List<Definition> definitions, SortedMap<CellKey, Figure> exact, Counted counted) {
        for (Definition definition : definitions) {
            if (definition.counts() == Counts.DAYS || definition.counts() == Counts.STATE) {
                exact.forEach((key, figure) -> leaves(random, definition, key, figure, counted));
                continue;
            }
            exact.forEach((key, figure) -> {
                boolean lowest =
                        key.period().span() == (definition.ofDistinctChildren() ? Period.Span.YEAR : Period.Span.MONTH);
                if (key.indicator().equals(definition.id()) && lowest && !key.ofCounty() && random.nextInt(3) == 0) {
                    long num = Math.min(figure.num(), random.nextInt(5));
                    long rest = definition.perPopulation()
                            ? -num
                            : Math.min(figure.den() - figure.num(), random.nextInt(5));
                    counted.add(key, new Figure(-num, -num - rest));
                }
            });
        }
    }

    /** Takes one child who was in a state out of a month, if there was one all of it. */
    private static void leaves(Random random, Definition definition, CellKey key, Figure figure, Counted counted) {
        int days = definition.unitsOfOneChild(key.period());
        boolean month =
                key.period().span() == Period.Span.MONTH && key.indicator().equals(definition.id());
        if (!month || key.ofCounty() || figure.den() < days || random.nextInt(3) != 0) {
            return;
        }
        Figure child = Figure.one(figure.num() >= days && (random.nextBoolean() || figure.den() == figure.num()));
        LocalDate first = key.period().first().atDay(1);
        if (child.num() == 0 && figure.den() - figure.num() < days) {
            return;
        }
        counted.turn(new Turn(definition.id(), 1, key.municipality(), first), Figure.NONE.minus(child));
        counted.turn(new Turn(definition.id(), 1, key.municipality(), first.plusMonths(1)), child);
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
        var bounds = new Attacker(printed, definition.ofDistinctChildren(), side)
                .attack(definition.cell("23", Period.year(2026)), municipalities);
        printed.stream().filter(Cell::isSuppressed).map(Cell::key).forEach(key -> {
            long truth = side.applyAsLong(exact.getOrDefault(key, Figure.NONE));
            var found = bounds.getOrDefault(key, new Attacker.Bounds(0, 0));
            assertThat(truth).isBetween((long) found.least(), (long) Math.min(found.most(), Long.MAX_VALUE));
            if (truth > 0 && found.length() <= WON * definition.unitsOfOneChild(key.period())) {
                recovered.add("county " + seed + ": " + key + " is in " + found);
            }
        });
    }

    /** What is printed of durations is a median of a municipality's, as the only value there is. */
    private void median(Cell cell) {
        cell.figure().map(Figure::lasted).filter(lasted -> !lasted.isNone()).ifPresent(lasted -> {
            assertThat(cell.key().ofCounty()).isFalse();
            assertThat(lasted.days().map(lasted::times).sum()).isEqualTo(1);
            medians++;
        });
    }

    private static Counted county(Random random, List<String> municipalities, List<Definition> definitions) {
        var counted = Counted.nothing();
        for (String municipality : municipalities) {
            double size = Math.exp(random.nextDouble() * 6 - 1);
            double share = List.of(0.0, 0.02, 0.1, 0.5, 0.9, 0.98, 1.0).get(random.nextInt(7));
            for (Definition definition : definitions) {
                count(random, definition, municipality, size, share, counted);
            }
            counted.measure(new Measurement(
                    new Measurement.Slot(municipality, Definitions.POPULATION_MEASURE, Period.year(2025)),
                    1,
                    new UUID(0, 1),
                    OptionalLong.of(100 + random.nextInt(5_000)),
                    OptionalLong.empty()));
        }
        return counted;
    }

    private static void count(
            Random random, Definition definition, String municipality, double size, double share, Counted counted) {
        Figure before = Figure.NONE;
        for (int month = 1; month <= 12; month++) {
            var cell = definition.cell(municipality, Period.month(YearMonth.of(2026, month)));
            Figure units = units(random, size, share);
            switch (definition.counts()) {
                case EACH ->
                    counted.add(
                            cell,
                            definition.perPopulation()
                                    ? units.outOf(0)
                                    : units.den() == 0 ? units : units.lasting(random.nextInt(200)));
                case DAYS, STATE -> {
                    counted.turn(
                            new Turn(definition.id(), 1, municipality, LocalDate.of(2026, month, 1)),
                            units.minus(before));
                    before = units;
                }
                case CHILDREN, MEASURED -> {}
            }
        }
        if (!before.isNone()) {
            var end = new Turn(definition.id(), 1, municipality, LocalDate.of(2027, 1, 1));
            counted.turn(end, Figure.NONE.minus(before));
        }
        if (definition.counts() == Counts.CHILDREN) {
            Figure children = units(random, size * 3, share);
            counted.add(
                    definition.cell(municipality, Period.year(2026)),
                    definition.perPopulation() ? children.outOf(0) : children);
        }
    }

    private static Figure units(Random random, double size, double share) {
        int den = (int) Math.floor(-Math.log(1 - random.nextDouble()) * size);
        int num = (int) IntStream.range(0, den)
                .filter(unit -> random.nextDouble() < share)
                .count();
        return new Figure(num, den);
    }
}
