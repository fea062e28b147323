package se.samordna.indicators.cells;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was counted and measured, before it is added up: things that happen by municipality and month, distinct children
 * by municipality and period, turns of states by municipality and day, and the measurements in force.
 *
 * @param figures by cell; without a population denominator
 * @param turns of the children in a state
 * @param measurements in force, by what they measure
 */
public record Counted(
        Map<CellKey, Figure> figures, Map<Turn, Figure> turns, Map<Measurement.Slot, Measurement> measurements)
        implements Contributions {

    public static Counted nothing() {
        return new Counted(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    /** What comes to nothing is left out. */
    @Override
    public void add(CellKey cell, Figure by) {
        add(figures, cell, by);
    }

    @Override
    public void turn(Turn turn, Figure by) {
        add(turns, turn, by);
    }

    private static <K> void add(Map<K, Figure> sums, K key, Figure by) {
        Figure sum = sums.getOrDefault(key, Figure.NONE).plus(by);
        if (sum.isNone()) {
            sums.remove(key);
        } else {
            sums.put(key, sum);
        }
    }

    public void measure(Measurement measurement) {
        measurements.merge(measurement.slot(), measurement, (was, more) -> more.prevailsOver(was) ? more : was);
    }

    /** The municipalities anything was counted or measured of. */
    public Set<String> municipalities() {
        var found = new TreeSet<String>();
        figures.keySet().forEach(key -> found.add(key.municipality()));
        turns.keySet().forEach(turn -> found.add(turn.municipality()));
        measurements.keySet().forEach(slot -> found.add(slot.municipality()));
        return found;
    }

    /**
     * The children 0–17 of a municipality: the measurement of the greatest year that is not after the period's last
     * day; 0 where there is none.
     */
    public long population(String municipality, Period period) {
        int year = period.last().getYear();
        return measurements.values().stream()
                .filter(each -> each.slot().measure().equals(Definitions.POPULATION_MEASURE))
                .filter(each -> each.slot().municipality().equals(municipality))
                .filter(each -> each.slot().period().span() == Period.Span.YEAR)
                .filter(each -> each.num().isPresent())
                .filter(each -> each.slot().period().last().getYear() <= year)
                .max((a, b) ->
                        a.slot().period().last().compareTo(b.slot().period().last()))
                .map(Measurement::num)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }
}
