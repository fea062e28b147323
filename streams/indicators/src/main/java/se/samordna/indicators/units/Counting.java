package se.samordna.indicators.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import se.samordna.indicators.cells.Contributions;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.units.ChildSums.Of;
import se.samordna.rules.Calendar;
import se.samordna.rules.Span;
import se.samordna.rules.View;

/**
 * What a child adds by one indicator, counted anew.
 *
 * @param byMunicipality units by month; of a state, by how much it changes from which local day on
 * @param next when the next unit counts
 */
record Counting(SortedMap<String, Series> byMunicipality, Optional<Instant> next) {

    static Counting of(Indicator indicator, View facts) {
        return switch (indicator) {
            case UnitIndicator units -> of(units.units(facts), facts.now());
            case StateIndicator state -> turns(state, facts);
        };
    }

    static Counting of(List<Unit> units, Instant now) {
        var counted = new TreeMap<String, Series>();
        Optional<Instant> next = Optional.empty();
        for (Unit unit : units) {
            if (unit.from().isAfter(now)) {
                next = next.filter(at -> at.isBefore(unit.from())).or(() -> Optional.of(unit.from()));
            } else {
                add(counted, unit.municipality(), Series.number(unit.month()), unit.adds());
            }
        }
        return new Counting(counted, next);
    }

    /** A turn on each local day whose last millisecond is otherwise than the day before's. */
    private static Counting turns(StateIndicator indicator, View facts) {
        var days = new TreeSet<LocalDate>();
        indicator
                .changes(facts)
                .filter(at -> at.isBefore(Span.NEVER))
                .map(Calendar::day)
                .forEach(days::add);
        var turns = new TreeMap<String, Series>();
        Optional<StateIndicator.State> before = Optional.empty();
        for (LocalDate day : days) {
            var state = indicator.at(facts, Calendar.end(day).minusMillis(1));
            if (!state.equals(before)) {
                int on = Math.toIntExact(day.toEpochDay());
                before.ifPresent(was -> add(turns, was.municipality(), on, Figure.NONE.minus(was.counts())));
                state.ifPresent(is -> add(turns, is.municipality(), on, is.counts()));
                before = state;
            }
        }
        return new Counting(turns, Optional.empty());
    }

    /**
     * Moves the cells from what the child added by the indicator before to what it adds now.
     *
     * @param ofChild what one child adds to a period, where distinct children are counted
     * @param lookAgain when the indicator is to be counted anew
     */
    ChildSums moved(
            Definition indicator,
            UnaryOperator<Figure> ofChild,
            Optional<Instant> lookAgain,
            ChildSums before,
            Contributions to) {
        var moves = new Moves(indicator, ofChild);
        var touched = new TreeSet<>(byMunicipality.keySet());
        before.told().keySet().stream()
                .filter(of -> of.indicator().equals(indicator.key()))
                .forEach(of -> touched.add(of.municipality()));
        ChildSums sums = before.withNextUnit(indicator.key(), lookAgain);
        for (String municipality : touched) {
            var of = new Of(indicator.key(), municipality);
            Series is = byMunicipality.getOrDefault(municipality, Series.EMPTY);
            moves.between(municipality, sums.told(of), is, to);
            sums = sums.withTold(of, is);
        }
        return sums;
    }

    private static void add(SortedMap<String, Series> to, String municipality, int slot, Figure figure) {
        to.merge(municipality, Series.EMPTY.plus(slot, figure), (was, one) -> was.plus(slot, figure));
    }
}
