package se.samordna.indicators.publishing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;

/**
 * Someone who has every printed cell of one indicator and one year, knows that a lowest cell that is not printed is 0,
 * and that each total is the sum of its parts. Reckons between which bounds one side (num, or den − num) of each
 * suppressed lowest cell must lie.
 *
 * <p>Both sides are at least 0 and add up apart, so they are reckoned apart. A county is the sum of its municipalities,
 * these of their quarters, these of their months: a tree. On a tree of sums, narrowing once from the leaves to the root
 * and once back gives the very bounds linear programming would.
 */
final class Attacker {

    private static final double UNKNOWN = Double.POSITIVE_INFINITY;

    record Bounds(double least, double most) {
        double length() {
            return most - least;
        }

        Bounds and(Bounds other) {
            return new Bounds(Math.max(least, other.least), Math.min(most, other.most));
        }
    }

    private final Map<CellKey, Cell> printed;
    private final ToLongFunction<Figure> side;
    private final boolean children;
    private final Map<CellKey, List<CellKey>> parts = new HashMap<>();
    private final Map<CellKey, Bounds> bounds = new HashMap<>();

    Attacker(Collection<Cell> printed, boolean children, ToLongFunction<Figure> side) {
        this.printed = printed.stream().collect(Collectors.toMap(Cell::key, cell -> cell));
        this.children = children;
        this.side = side;
    }

    Map<CellKey, Bounds> attack(CellKey countyYear, Collection<String> municipalities) {
        var years = municipalities.stream().map(countyYear::of).toList();
        parts.put(countyYear, years);
        if (!children) {
            years.forEach(this::split);
        }
        widen(countyYear);
        narrow(countyYear);
        return bounds;
    }

    private void split(CellKey year) {
        var quarters = IntStream.rangeClosed(1, 4)
                .mapToObj(quarter -> year.in(Period.quarter(year.period().last().withMonth(3 * quarter))))
                .toList();
        parts.put(year, quarters);
        quarters.forEach(quarter -> parts.put(
                quarter,
                quarter.period()
                        .months()
                        .map(month -> quarter.in(Period.month(month)))
                        .toList()));
    }

    private Bounds widen(CellKey key) {
        Bounds known = known(key);
        if (parts.containsKey(key)) {
            var sums =
                    parts.getOrDefault(key, List.of()).stream().map(this::widen).toList();
            known = known.and(sum(sums.stream()));
        }
        bounds.put(key, known);
        return known;
    }

    private void narrow(CellKey key) {
        Bounds total = bounds(key);
        var below = parts.getOrDefault(key, List.of());
        var before = below.stream().collect(Collectors.toMap(part -> part, this::bounds));
        for (CellKey part : below) {
            Bounds others =
                    sum(below.stream().filter(other -> !other.equals(part)).map(before::get));
            bounds.put(part, bounds(part).and(new Bounds(total.least - others.most, total.most - others.least)));
        }
        below.forEach(this::narrow);
    }

    private Bounds known(CellKey key) {
        Cell cell = printed.get(key);
        if (cell == null) {
            boolean total = parts.containsKey(key);
            return new Bounds(0, total ? UNKNOWN : 0);
        }
        return cell.figure()
                .map(side::applyAsLong)
                .map(value -> new Bounds(value, value))
                .orElse(new Bounds(0, UNKNOWN));
    }

    private Bounds bounds(CellKey key) {
        return bounds.getOrDefault(key, new Bounds(0, UNKNOWN));
    }

    private static Bounds sum(Stream<Bounds> of) {
        return of.reduce(new Bounds(0, 0), (a, b) -> new Bounds(a.least + b.least, a.most + b.most));
    }
}
