package se.samordna.indicators.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.publishing.Cell;
import se.samordna.indicators.publishing.Publish;
import se.samordna.indicators.streams.CellLookup;
import se.samordna.streams.Answer.ReadFrom;

/**
 * All exact cells of a county and its municipalities at one instant, and what of them may be seen.
 *
 * @param from which copy they were read from
 */
record CountyFigures(SortedMap<CellKey, Figure> exact, Optional<Instant> asOf, ReadFrom from) {

    static CountyFigures of(CellLookup.County county, ReadFrom from) {
        return new CountyFigures(Exact.cells(county.counted(), county.asOf()), county.asOf(), from);
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
        return asOf.map(at -> Publish.cells(exact, at)).orElse(List.of());
    }

    List<CellDocument> published(Predicate<CellKey> wanted) {
        return published().stream()
                .filter(cell -> wanted.test(cell.key()))
                .map(cell -> CellDocument.of(cell, asOf))
                .toList();
    }
}
