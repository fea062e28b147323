package se.samordna.indicators.units;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definition.Counts;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Period.Span;

/**
 * What a change of one child's sums moves in the cells of one indicator in one municipality: after minus before, and
 * nothing where they are the same.
 *
 * @param of the indicator
 * @param ofChild what one child adds to a period, where distinct children are counted
 */
record Moves(Definition of, UnaryOperator<Figure> ofChild) {

    void between(String municipality, Series before, Series after, BiConsumer<CellKey, Figure> to) {
        int[] changed = IntStream.concat(before.months(), after.months())
                .filter(month -> !before.at(month).equals(after.at(month)))
                .sorted()
                .distinct()
                .toArray();
        var change = new Change(municipality, before, after, to);
        for (int i = 0; i < changed.length; i++) {
            int month = changed[i];
            if (of.counts() == Counts.EACH) {
                change.of(Span.MONTH, month, UnaryOperator.identity());
            } else {
                // A period that an earlier month lies in has been looked at with that.
                int looked = i == 0 ? Integer.MIN_VALUE : changed[i - 1];
                change.unless(looked, Span.MONTH, month);
                change.unless(looked, Span.QUARTER, month / 3 * 3 + 2);
                change.unless(looked, Span.YEAR, month / 12 * 12 + 11);
                for (int ahead = 0; ahead < Span.R12.months(); ahead++) {
                    change.unless(looked, Span.R12, month + ahead);
                }
            }
        }
    }

    /** Runs for every line of attendance over some fifteen periods, nearly all of which stay as they are. */
    private final class Change {

        private final String municipality;
        private final Series before;
        private final Series after;
        private final BiConsumer<CellKey, Figure> to;

        Change(String municipality, Series before, Series after, BiConsumer<CellKey, Figure> to) {
            this.municipality = municipality;
            this.before = before;
            this.after = after;
            this.to = to;
        }

        void unless(int looked, Span span, int last) {
            if (looked <= last - span.months()) {
                of(span, last, ofChild);
            }
        }

        void of(Span span, int last, UnaryOperator<Figure> each) {
            int first = last - span.months() + 1;
            Figure was = each.apply(before.sum(first, last));
            Figure is = each.apply(after.sum(first, last));
            if (!was.equals(is)) {
                to.accept(of.cell(municipality, new Period(span, Series.month(last))), is.minus(was));
            }
        }
    }
}
