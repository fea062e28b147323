package se.samordna.indicators.publishing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period.Span;

/**
 * Decides which totals of one indicator are printed beside its lowest cells. A lowest cell is a municipality's month;
 * where distinct children are counted or in a state, its year. Above it lie its quarter, its year and its county's year.
 *
 * <p>Whoever knows a total and all but some of its parts knows the sum of these. So a total is printed only if the
 * lowest cells in it that lie in no printed cell below it are none, or at least two and together large enough. Levels
 * are decided from below, so the parts win over the total.
 *
 * <p>A cell that keeps the values it was told with is no printed cell in that sense: what it comes to now lies between
 * the totals above it and the cells beside it.
 */
final class Totals {

    private enum Level {
        LOWEST,
        QUARTER,
        YEAR,
        COUNTY,
        NOT_PRINTED
    }

    private final Definition definition;
    private final Map<CellKey, Figure> told;
    private final Apart apart;
    private final List<Cell> printed = new ArrayList<>();
    /** The lowest cells that lie in a cell printed as it is now, so far. */
    private final Set<CellKey> covered = new HashSet<>();

    Totals(Definition definition, Map<CellKey, Figure> told, Apart apart) {
        this.definition = definition;
        this.told = told;
        this.apart = apart;
    }

    List<Cell> publish(List<Map.Entry<CellKey, Figure>> cells) {
        var lowest = cells.stream().filter(cell -> level(cell) == Level.LOWEST).toList();
        for (var cell : lowest) {
            Fit fit = Fit.of(definition, cell.getKey());
            Cell print = Publish.lowest(cell, fit, told, apart);
            printed.add(print);
            if (!print.isSuppressed() && fit.is(cell.getValue())) {
                covered.add(cell.getKey());
            }
        }
        for (Level level : List.of(Level.QUARTER, Level.YEAR, Level.COUNTY)) {
            cells.stream().filter(cell -> level(cell) == level).forEach(total -> consider(total, lowest));
        }
        return printed;
    }

    private void consider(Map.Entry<CellKey, Figure> total, List<Map.Entry<CellKey, Figure>> lowest) {
        var within = lowest.stream()
                .filter(cell -> liesIn(cell.getKey(), total.getKey()))
                .toList();
        var free =
                within.stream().filter(cell -> !covered.contains(cell.getKey())).toList();
        Fit fit = Fit.of(definition, total.getKey());
        if (fit.is(total.getValue()) && hides(free, total)) {
            printed.add(Publish.seen(total));
            within.forEach(cell -> covered.add(cell.getKey()));
        } else {
            Publish.kept(total, fit, told).ifPresent(printed::add);
        }
    }

    /** Whether the total tells nothing small of the lowest cells it is the first to tell of. */
    private boolean hides(List<Map.Entry<CellKey, Figure>> free, Map.Entry<CellKey, Figure> total) {
        if (free.isEmpty()) {
            return true;
        }
        Figure sum = free.stream().map(Map.Entry::getValue).reduce(Figure.NONE, Figure::plus);
        return free.size() >= 2
                && apart.tells(free)
                && Fit.of(definition, total.getKey())
                        .is(
                                definition.perPopulation()
                                        ? sum.outOf(total.getValue().den())
                                        : sum);
    }

    private static boolean liesIn(CellKey cell, CellKey total) {
        return cell.municipality().startsWith(total.municipality())
                && total.period().holds(cell.period().last());
    }

    private Level level(Map.Entry<CellKey, Figure> cell) {
        CellKey key = cell.getKey();
        Span span = key.period().span();
        if (key.ofCounty()) {
            return span == Span.YEAR ? Level.COUNTY : Level.NOT_PRINTED;
        }
        if (definition.ofDistinctChildren()) {
            return span == Span.YEAR ? Level.LOWEST : Level.NOT_PRINTED;
        }
        return switch (span) {
            case MONTH -> Level.LOWEST;
            case QUARTER -> Level.QUARTER;
            case YEAR -> Level.YEAR;
            case R12 -> Level.NOT_PRINTED;
        };
    }
}
