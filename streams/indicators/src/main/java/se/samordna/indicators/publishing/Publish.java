package se.samordna.indicators.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period.Span;

/**
 * The one way out: from all exact cells to the cells that may be seen by anyone.
 *
 * <p>Only periods that have ended are printed. Of a measure, what was sent. Of an indicator, each lowest cell, with its
 * values where they are large enough and as suppressed where not, and those totals from which no lowest cell can be
 * reckoned ({@link Totals}). Everything else is not printed at all.
 */
public final class Publish {

    private Publish() {}

    /**
     * The published cells.
     *
     * @param exact all exact cells of the municipalities and counties concerned
     * @param asOf the instant they are of; of periods that have not ended by then nothing is printed
     * @return in the order of {@link CellKey}
     */
    public static List<Cell> cells(SortedMap<CellKey, Figure> exact, Instant asOf) {
        return cells(exact, asOf, Map.of());
    }

    /**
     * The published cells where some were told before: a cell told with values keeps them while it has become too small
     * and is still near them, so that taking it back points at nobody.
     *
     * @param told the values last told, by cell
     */
    public static List<Cell> cells(SortedMap<CellKey, Figure> exact, Instant asOf, Map<CellKey, Figure> told) {
        var printed = new ArrayList<Cell>();
        exact.entrySet().stream()
                .filter(cell -> cell.getKey().period().endedBy(asOf))
                .collect(Collectors.groupingBy(
                        cell -> cell.getKey().indicator() + '/' + cell.getKey().version()))
                .values()
                .forEach(cells -> printed.addAll(ofOneIndicator(cells, told)));
        printed.sort(Comparator.comparing(Cell::key));
        return printed;
    }

    private static List<Cell> ofOneIndicator(List<Map.Entry<CellKey, Figure>> cells, Map<CellKey, Figure> told) {
        String id = cells.getFirst().getKey().indicator();
        Definition definition =
                Definitions.byId(id).orElseThrow(() -> new IllegalArgumentException("no indicator " + id));
        if (!definition.ofNoChild()) {
            return new Totals(definition, told).publish(cells);
        }
        return cells.stream()
                .filter(cell -> cell.getKey().period().span() != Span.R12)
                .map(cell ->
                        Definitions.measuresChildren(id) ? lowest(cell, told) : Cell.of(cell.getKey(), cell.getValue()))
                .toList();
    }

    /** A cell nothing lies below: with its values where it is fit or keeps those it was told with, else suppressed. */
    static Cell lowest(Map.Entry<CellKey, Figure> cell, Map<CellKey, Figure> told) {
        if (Fit.is(cell.getValue())) {
            return Cell.of(cell.getKey(), cell.getValue());
        }
        return kept(cell, told)
                ? Cell.of(cell.getKey(), told.getOrDefault(cell.getKey(), Figure.NONE))
                : Cell.suppressed(cell.getKey());
    }

    static boolean kept(Map.Entry<CellKey, Figure> cell, Map<CellKey, Figure> told) {
        Figure before = told.get(cell.getKey());
        return before != null && !Fit.is(cell.getValue()) && Fit.near(cell.getValue(), before);
    }
}
