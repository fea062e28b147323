package se.samordna.indicators.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period.Span;

/**
 * The one way out: from all exact cells to the cells that may be seen by anyone.
 *
 * <p>Only periods that have ended are printed. Of a measure, what was sent. Of an indicator, and of
 * what is registered of children's events, each lowest cell, with its
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
     * The published cells where some were told before: a cell told with values keeps them while it may not be told with
     * others and is still near them, so that taking it back points at nobody.
     *
     * @param told the values last told, by cell
     */
    public static List<Cell> cells(SortedMap<CellKey, Figure> exact, Instant asOf, Map<CellKey, Figure> told) {
        return cells(Catalogue.STANDARD, exact, asOf, told);
    }

    /** The same under other definitions, which may have several versions of an indicator. */
    public static List<Cell> cells(
            Catalogue catalogue, SortedMap<CellKey, Figure> exact, Instant asOf, Map<CellKey, Figure> told) {
        var printed = new ArrayList<Cell>();
        exact.entrySet().stream()
                .filter(cell -> cell.getKey().period().endedBy(asOf))
                .collect(Collectors.groupingBy(cell -> cell.getKey().indicator()))
                .values()
                .forEach(cells -> ofOneIndicator(catalogue, cells, told).forEach(printed::addAll));
        printed.sort(Comparator.comparing(Cell::key));
        return printed;
    }

    /** Each of its versions, the oldest first: the newer are held apart from the older. */
    private static Stream<List<Cell>> ofOneIndicator(
            Catalogue catalogue, List<Map.Entry<CellKey, Figure>> cells, Map<CellKey, Figure> told) {
        var versions = cells.stream()
                .collect(Collectors.groupingBy(cell -> cell.getKey().version(), TreeMap::new, Collectors.toList()));
        if (versions.size() == 1) {
            return Stream.of(ofOneVersion(catalogue, cells, told, Apart.NONE));
        }
        var older = new ArrayList<SortedMap<CellKey, Figure>>();
        var printed = new ArrayList<List<Cell>>();
        versions.forEach((version, ofIt) -> {
            var apart = new Apart(older.stream()
                    .map(each -> {
                        Map<CellKey, Figure> same = new HashMap<>();
                        each.forEach((key, figure) -> same.put(key.under(version), figure));
                        return same;
                    })
                    .toList());
            printed.add(ofOneVersion(catalogue, ofIt, told, apart));
            var exact = new TreeMap<CellKey, Figure>();
            ofIt.forEach(cell -> exact.put(cell.getKey(), cell.getValue()));
            older.add(exact);
        });
        return printed.stream();
    }

    private static List<Cell> ofOneVersion(
            Catalogue catalogue, List<Map.Entry<CellKey, Figure>> cells, Map<CellKey, Figure> told, Apart apart) {
        CellKey any = cells.getFirst().getKey();
        Definition definition =
                catalogue.of(any).orElseThrow(() -> new IllegalArgumentException("no indicator " + any.indicator()));
        if (!definition.ofNoChild()) {
            // That nothing is lost must not be said on when something is.
            boolean keeps = !Definitions.isZeroLoss(any.indicator());
            return new Totals(definition, keeps ? told : Map.of(), apart).publish(cells);
        }
        return cells.stream()
                .filter(cell -> cell.getKey().period().span() != Span.R12)
                .map(cell -> Definitions.measuresChildren(any.indicator())
                        ? lowest(cell, Fit.of(definition, cell.getKey()), told, apart)
                        : Cell.of(cell.getKey(), cell.getValue()))
                .toList();
    }

    /** A cell nothing lies below: with its values where it is fit or keeps those it was told with, else suppressed. */
    static Cell lowest(Map.Entry<CellKey, Figure> cell, Fit fit, Map<CellKey, Figure> told, Apart apart) {
        if (fit.is(cell.getValue())) {
            return apart.tells(List.of(cell)) ? seen(cell) : Cell.suppressed(cell.getKey());
        }
        return kept(cell, fit, told).orElseGet(() -> Cell.suppressed(cell.getKey()));
    }

    /** With its values as they are now. */
    static Cell seen(Map.Entry<CellKey, Figure> cell) {
        return Cell.of(cell.getKey(), Fit.seen(cell.getValue()));
    }

    /** With those it was told with, where these are near, and may be told. */
    static Optional<Cell> kept(Map.Entry<CellKey, Figure> cell, Fit fit, Map<CellKey, Figure> told) {
        return Optional.ofNullable(told.get(cell.getKey()))
                .filter(fit::is)
                .filter(before -> fit.near(cell.getValue(), before))
                .map(before -> Cell.of(cell.getKey(), before));
    }
}
