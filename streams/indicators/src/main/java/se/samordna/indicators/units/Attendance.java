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

/** Keeps a child's minutes of attendance by municipality and month, those of forgotten days too. */
final class Attendance {

    private static final String ID = Definitions.HIGH_ABSENCE.id();
    private final Moves moves = new Moves(Definitions.HIGH_ABSENCE, I09HighAbsence::ofChild);

    /** Adds up the months anew whose days changed: a month is at most its thirty-one lines. */
    ChildSums recount(Child child, ChildSums before, Set<Integer> months, Instant now, Contributions to) {
        ChildSums sums = before;
        for (int month : months) {
            SortedMap<String, Figure> held = I09HighAbsence.minutes(child, now, month);
            for (String municipality : municipalities(sums, held)) {
                Series was = sums.told(new Of(ID, municipality));
                Figure minutes = held.getOrDefault(municipality, Figure.NONE)
                        .plus(forgotten(sums, municipality).at(month));
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

    private static void add(SortedMap<String, Series> sums, String municipality, int month, Figure more) {
        sums.merge(municipality, Series.EMPTY.plus(month, more), (was, one) -> was.plus(month, more));
    }

    private static Series forgotten(ChildSums sums, String municipality) {
        return sums.forgotten().getOrDefault(municipality, Series.EMPTY);
    }

    private static Set<String> municipalities(ChildSums sums, SortedMap<String, Figure> held) {
        var all = new TreeSet<>(held.keySet());
        all.addAll(sums.forgotten().keySet());
        sums.told().keySet().stream().filter(of -> of.indicator().equals(ID)).forEach(of -> all.add(of.municipality()));
        return all;
    }
}
