package se.samordna.indicators.units;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Contributions;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Period.Span;
import se.samordna.indicators.cells.Turn;

/**
 * What a change of one child's sums moves in the cells of one indicator in one municipality: after minus before, and
 * nothing where they are the same.
 *
 * @param of the indicator
 * @param ofChild what one child adds to a period, where distinct children are counted
 */
record Moves(Definition of, UnaryOperator<Figure> ofChild) {

    void between(String municipality, Series before, Series after, Contributions to) {
        int[] changed = IntStream.concat(before.slots(), after.slots())
                .filter(month -> !before.at(month).equals(after.at(month)))
                .sorted()
                .distinct()
                .toArray();
        var change = new Change(municipality, before, after, to);
        for (int i = 0; i < changed.length; i++) {
            switch (of.counts()) {
                case EACH -> change.ofMonth(changed[i]);
                case STATE, DAYS -> change.ofDay(changed[i]);
                // A period that an earlier month lies in has been looked at with that.
                case CHILDREN -> change.around(changed[i], i == 0 ? Integer.MIN_VALUE : changed[i - 1]);
                case MEASURED -> throw new IllegalStateException(of.id() + " counts no child");
            }
        }
    }

    /** Runs for every line of attendance over some fifteen periods, nearly all of which stay as they are. */
    private final class Change {

        private final String municipality;
        private final Series before;
        private final Series after;
        private final Contributions to;

        Change(String municipality, Series before, Series after, Contributions to) {
            this.municipality = municipality;
            this.before = before;
            this.after = after;
            this.to = to;
        }

        void ofMonth(int month) {
            CellKey cell = of.cell(municipality, Period.month(Series.month(month)));
            to.add(cell, after.at(month).minus(before.at(month)));
        }

        void ofDay(int day) {
            var turn = new Turn(of.id(), of.version(), municipality, LocalDate.ofEpochDay(day));
            to.turn(turn, after.at(day).minus(before.at(day)));
        }

        void around(int month, int looked) {
            unless(looked, Span.MONTH, month);
            unless(looked, Span.QUARTER, month / 3 * 3 + 2);
            unless(looked, Span.YEAR, month / 12 * 12 + 11);
            for (int ahead = 0; ahead < Span.R12.months(); ahead++) {
                unless(looked, Span.R12, month + ahead);
            }
        }

        private void unless(int looked, Span span, int last) {
            if (looked <= last - span.months()) {
                of(span, last);
            }
        }

        private void of(Span span, int last) {
            int first = last - span.months() + 1;
            Figure was = ofChild.apply(before.sum(first, last));
            Figure is = ofChild.apply(after.sum(first, last));
            if (!was.equals(is)) {
                to.add(of.cell(municipality, new Period(span, Series.month(last))), is.minus(was));
            }
        }
    }
}
