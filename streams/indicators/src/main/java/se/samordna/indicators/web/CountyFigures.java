package se.samordna.indicators.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Stood;
import se.samordna.indicators.publishing.Cell;
import se.samordna.indicators.publishing.Publish;
import se.samordna.indicators.streams.CellLookup;
import se.samordna.streams.Answer.ReadFrom;

/**
 * All exact cells of a county and its municipalities at one instant, and what of them may be seen.
 *
 * @param catalogue the definitions they were counted under
 * @param stood what they were when figures were last published
 * @param from which copy they were read from
 */
record CountyFigures(
        Catalogue catalogue,
        SortedMap<CellKey, Figure> exact,
        Optional<Instant> asOf,
        Map<CellKey, Stood> stood,
        ReadFrom from) {

    static CountyFigures of(Catalogue catalogue, CellLookup.County county, ReadFrom from) {
        return new CountyFigures(
                catalogue,
                Exact.cells(catalogue, county.counted(), county.asOf()),
                county.asOf(),
                county.stood(),
                from);
    }

    /** The exact cells of one municipality: for itself alone. */
    List<CellDocument> exactOf(String municipality, Predicate<CellKey> wanted) {
        return exact.entrySet().stream()
                .filter(cell -> cell.getKey().municipality().equals(municipality))
                .filter(cell -> wanted.test(cell.getKey()))
                .map(cell -> CellDocument.exact(cell.getKey(), cell.getValue(), asOf))
                .toList();
    }

    /** What may be seen by anyone; nothing while it is not known which periods have ended. */
    List<Cell> published() {
        return asOf.map(at -> Publish.cells(catalogue, exact, at, Map.of())).orElse(List.of());
    }

    List<CellDocument> published(Predicate<CellKey> wanted) {
        return published().stream()
                .filter(cell -> wanted.test(cell.key()))
                .map(cell -> CellDocument.of(cell, asOf))
                .toList();
    }

    /**
     * Since when a cell is what it is, if it is not what it was when its period was first published. One that is
     * suppressed says nothing, not this either.
     */
    Optional<Instant> restatedSince(CellDocument cell) {
        CellKey key = cell.key();
        Stood before = stood.get(key);
        Figure now = exact.get(key);
        if (cell.suppressed() || before == null || now == null) {
            return Optional.empty();
        }
        return before.figure().equals(now.summary()) ? before.since() : asOf;
    }
}
