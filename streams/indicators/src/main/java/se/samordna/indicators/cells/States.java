package se.samordna.indicators.cells;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import se.samordna.indicators.cells.Definition.Counts;

/**
 * From the turns of the children in a state to figures by month: how many were in it at the last millisecond of each
 * local day, and of those the sum over the month, or the last.
 */
final class States {

    private final Catalogue catalogue;
    private final Instant asOf;

    States(Catalogue catalogue, Instant asOf) {
        this.catalogue = catalogue;
        this.asOf = asOf;
    }

    /**
     * @param turns of all states
     * @param to takes each figure by its municipality's month
     */
    void months(Map<Turn, Figure> turns, BiConsumer<CellKey, Figure> to) {
        var states = new HashMap<CellKey, SortedMap<LocalDate, Figure>>();
        turns.forEach((turn, by) ->
                states.computeIfAbsent(anyMonth(turn), _ -> new TreeMap<>()).put(turn.from(), by));
        states.forEach((state, by) -> catalogue.of(state).ifPresent(definition -> months(definition, state, by, to)));
    }

    private static CellKey anyMonth(Turn turn) {
        return turn.month().in(Period.month(YearMonth.of(0, 1)));
    }

    private void months(
            Definition definition, CellKey state, SortedMap<LocalDate, Figure> turns, BiConsumer<CellKey, Figure> to) {
        boolean days = definition.counts() == Counts.DAYS;
        LocalDate today = asOf.atZone(Period.LOCAL).toLocalDate();
        // A day is over at its last millisecond; a state is what it is now.
        LocalDate last = days && !asOf.equals(lastMillisecond(today)) ? today.minusDays(1) : today;
        Figure now = Figure.NONE;
        LocalDate day = turns.firstKey();
        while (!day.isAfter(last)) {
            LocalDate monthEnd = day.withDayOfMonth(day.lengthOfMonth());
            LocalDate end = monthEnd.isAfter(last) ? last : monthEnd;
            Figure sum = Figure.NONE;
            for (LocalDate each = day; !each.isAfter(end); each = each.plusDays(1)) {
                now = now.plus(turns.getOrDefault(each, Figure.NONE));
                sum = days ? sum.plus(now) : now;
            }
            if (!sum.isNone()) {
                to.accept(state.in(Period.month(YearMonth.from(day))), sum);
            }
            day = monthEnd.plusDays(1);
        }
    }

    private static Instant lastMillisecond(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Period.LOCAL).toInstant().minusMillis(1);
    }

    /** The month a period shows the state of: its last, or the one it is now. */
    boolean shows(Period period, YearMonth month) {
        YearMonth now = Period.monthOf(asOf);
        YearMonth shown = period.last().isAfter(now) ? now : period.last();
        return shown.equals(month) && period.holds(month);
    }
}
