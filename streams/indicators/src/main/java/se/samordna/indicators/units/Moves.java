package se.samordna.indicators.units;

import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definition.Counts;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;

/**
 * What a change of one child's sums moves in the cells of one indicator in one municipality: after minus before, and
 * nothing where they are the same.
 *
 * @param of the indicator
 * @param ofChild what one child adds to a period, where distinct children are counted
 */
record Moves(Definition of, UnaryOperator<Figure> ofChild) {

    void between(String municipality, Series before, Series after, BiConsumer<CellKey, Figure> to) {
        var changed = new TreeSet<Integer>();
        IntStream.concat(before.months(), after.months())
                .filter(month -> !before.at(month).equals(after.at(month)))
                .forEach(changed::add);
        if (of.counts() == Counts.EACH) {
            changed.forEach(month ->
                    move(Period.month(Series.month(month)), municipality, before.at(month), after.at(month), to));
        } else {
            periodsOf(changed, municipality, before, after, to);
        }
    }

    private void periodsOf(
            TreeSet<Integer> months, String municipality, Series before, Series after, BiConsumer<CellKey, Figure> to) {
        var seen = new TreeSet<Integer>();
        for (int month : months) {
            once(seen, month, 1, () -> Period.month(Series.month(month)), municipality, before, after, to);
            int quarter = month / 3 * 3 + 2;
            once(seen, quarter, 3, () -> Period.quarter(Series.month(quarter)), municipality, before, after, to);
            int year = month / 12 * 12 + 11;
            once(seen, year, 12, () -> Period.year(Series.month(year).getYear()), municipality, before, after, to);
            for (int ahead = 0; ahead < 12; ahead++) {
                int last = month + ahead;
                once(seen, last, 13, () -> Period.rolling(Series.month(last)), municipality, before, after, to);
            }
        }
    }

    /** @param kind how many months the period has; 13 for a rolling year, which is told from a calendar year so */
    private void once(
            TreeSet<Integer> seen,
            int last,
            int kind,
            Supplier<Period> period,
            String municipality,
            Series before,
            Series after,
            BiConsumer<CellKey, Figure> to) {
        if (!seen.add(last * 16 + kind)) {
            return;
        }
        int first = last - Math.min(kind, 12) + 1;
        Figure was = ofChild.apply(before.sum(first, last));
        Figure is = ofChild.apply(after.sum(first, last));
        if (!was.equals(is)) {
            move(period.get(), municipality, was, is, to);
        }
    }

    private void move(Period period, String municipality, Figure was, Figure is, BiConsumer<CellKey, Figure> to) {
        Figure delta = is.minus(was);
        if (!delta.isNone()) {
            to.accept(of.cell(municipality, period), delta);
        }
    }
}
