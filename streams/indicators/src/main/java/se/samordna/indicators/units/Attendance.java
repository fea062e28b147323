package se.samordna.indicators.units;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import se.samordna.indicators.cells.Contributions;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.units.ChildSums.Of;
import se.samordna.rules.Calendar;
import se.samordna.rules.Child;
import se.samordna.rules.Memory;
import se.samordna.rules.SameChild;

/** Keeps a child's minutes of attendance by municipality and month, those of forgotten days too. */
final class Attendance {

    private static final String ID = Definitions.HIGH_ABSENCE.id();
    private final Moves moves = new Moves(Definitions.HIGH_ABSENCE, I09HighAbsence::ofChild);

    /** Adds up the months anew whose days changed: a month is at most its thirty-one lines. */
    ChildSums recount(Child child, ChildSums before, Set<Integer> months, Instant now, Contributions to) {
        return recount(child, before.forgotten(), before, months, now, to);
    }

    /**
     * All of a child anew that may be another than it was before, by an identity that came or went.
     *
     * @param forgotten minutes of days whose lines are no longer held, under any of its ids, by municipality and month
     */
    ChildSums recount(
            Child child, SortedMap<String, Series> forgotten, ChildSums before, Instant now, Contributions to) {
        var months = new TreeSet<>(I09HighAbsence.months(child, now));
        forgotten.values().forEach(series -> series.slots().forEach(months::add));
        before.told().forEach((of, series) -> {
            if (of.indicator().equals(ID)) {
                series.slots().forEach(months::add);
            }
        });
        return recount(child, forgotten, before, months, now, to);
    }

    /** The same of some months. */
    ChildSums recount(
            Child child,
            SortedMap<String, Series> forgotten,
            ChildSums before,
            Set<Integer> months,
            Instant now,
            Contributions to) {
        ChildSums sums = before;
        for (int month : months) {
            SortedMap<String, Figure> held = I09HighAbsence.minutes(child, now, month);
            for (String municipality : municipalities(sums, forgotten, held)) {
                Series was = sums.told(new Of(ID, municipality));
                Figure minutes = held.getOrDefault(municipality, Figure.NONE)
                        .plus(forgotten.getOrDefault(municipality, Series.EMPTY).at(month));
                Series is = was.with(month, minutes);
                if (!is.equals(was)) {
                    moves.between(municipality, was, is, to);
                    sums = sums.withTold(new Of(ID, municipality), is);
                }
            }
        }
        return sums;
    }

    /**
     * Lets the child forget old lines, once a month, and keeps what they came to: of the months it may forget, what the
     * lines add up to before minus after. Asked only so often, since to look costs a pass over these lines.
     */
    ChildSums forget(Child child, ChildSums sums, Instant now) {
        int thisMonth = Series.number(YearMonth.from(Calendar.day(now)));
        if (thisMonth <= sums.forgotThrough()) {
            return sums;
        }
        var old = oldMonths(sums, now);
        if (old.isEmpty()) {
            child.forget(now);
            return sums.withForgotten(sums.forgotten(), thisMonth);
        }
        var forgotten = new TreeMap<>(sums.forgotten());
        old.forEach(month -> I09HighAbsence.minutes(child, now, month)
                .forEach((municipality, minutes) -> add(forgotten, municipality, month, minutes)));
        child.forget(now);
        old.forEach(month -> I09HighAbsence.minutes(child, now, month)
                .forEach((municipality, minutes) -> add(forgotten, municipality, month, Figure.NONE.minus(minutes))));
        return sums.withForgotten(forgotten, thisMonth);
    }

    /** The months with minutes told of which a day may be forgotten by now. */
    private static Set<Integer> oldMonths(ChildSums sums, Instant now) {
        int last = Series.number(YearMonth.from(Calendar.day(Calendar.plusDays(now, -Memory.INDICATORS.forget()))
                .plusDays(1)));
        var old = new TreeSet<Integer>();
        sums.told().forEach((of, series) -> {
            if (of.indicator().equals(ID)) {
                series.slots().filter(month -> month <= last).forEach(old::add);
            }
        });
        return old;
    }

    /** The minutes of days forgotten under every id that the counted child has; none of one that is merged into another. */
    static SortedMap<String, Series> forgotten(Child own, SameChild same, ChildSums sums) {
        if (own.kin().mergedInto().isPresent()) {
            return new TreeMap<>();
        }
        var all = new TreeMap<>(sums.forgotten());
        same.forgotten()
                .forEach(other -> ChildSumsBytes.forgotten(other)
                        .forEach((municipality, series) ->
                                series.slots().forEach(month -> add(all, municipality, month, series.at(month)))));
        return all;
    }

    private static void add(SortedMap<String, Series> sums, String municipality, int month, Figure more) {
        sums.merge(municipality, Series.EMPTY.plus(month, more), (was, one) -> was.plus(month, more));
    }

    private static Set<String> municipalities(
            ChildSums sums, SortedMap<String, Series> forgotten, SortedMap<String, Figure> held) {
        var all = new TreeSet<>(held.keySet());
        all.addAll(forgotten.keySet());
        sums.told().keySet().stream().filter(of -> of.indicator().equals(ID)).forEach(of -> all.add(of.municipality()));
        return all;
    }
}
