package se.samordna.indicators.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.running.Freshness;
import se.samordna.streams.web.Csv;

/**
 * Figures with how fresh they are.
 *
 * @param of the municipality, county or indicator they are of
 * @param name what it is called
 * @param asOf the platform's clock they are of
 * @param standby whether some were read from a standby, which may be {@code lag} records behind
 * @param sources the agencies' feeds
 * @param definitions what the indicators of the cells are
 * @param restated which of the cells are not what they were when their period was first published
 */
record FiguresDocument(
        String of,
        String name,
        @Nullable String asOf,
        boolean standby,
        long lag,
        List<SourceDocument> sources,
        List<CellDocument> cells,
        List<DefinitionDocument> definitions,
        List<RestatedDocument> restated) {

    /**
     * An agency's feed.
     *
     * @param lastEventAt the beginning of the local day on which its newest event was received, in a municipality's own
     *     exact figures; in published ones of that local week
     */
    record SourceDocument(String agency, @Nullable String lastEventAt, boolean silent) {

        /** Those that are silent, for a table. */
        static String silent(List<SourceDocument> sources) {
            return Csv.together(sources.stream()
                    .filter(SourceDocument::silent)
                    .map(SourceDocument::agency)
                    .toList());
        }

        /** @param exact whether they stand in a municipality's own exact figures */
        static List<SourceDocument> of(List<Freshness.Source> sources, boolean exact) {
            return sources.stream()
                    .map(source -> exact ? source.byDay() : source.byWeek())
                    .map(source -> new SourceDocument(
                            source.agency().name(),
                            Optional.ofNullable(source.lastEventAt())
                                    .map(Instant::toString)
                                    .orElse(null),
                            source.silent()))
                    .toList();
        }
    }

    /** @param since when the cell became what it is */
    record RestatedDocument(String indicator, int version, String municipality, String period, String since) {

        static RestatedDocument of(CellDocument cell, Instant since) {
            return new RestatedDocument(
                    cell.indicator(), cell.version(), cell.municipality(), cell.period(), since.toString());
        }

        CellKey key() {
            return new CellKey(
                    indicator, version, municipality, Period.parse(period).orElseThrow());
        }
    }

    private static final String HEADING = "indicator,version,municipality,period,num,den,median,suppressed,asOf";

    /** Published cells of one area, all of one county. */
    static FiguresDocument of(
            String area, CountyFigures found, List<Freshness.Source> sources, List<CellDocument> cells) {
        return with(SourceDocument.of(sources, false), area, found, cells);
    }

    /** Exact cells of one municipality: for itself alone. */
    static FiguresDocument exact(
            String municipality, CountyFigures found, List<Freshness.Source> sources, List<CellDocument> cells) {
        return with(SourceDocument.of(sources, true), municipality, found, cells);
    }

    private static FiguresDocument with(
            List<SourceDocument> sources, String area, CountyFigures found, List<CellDocument> cells) {
        return new FiguresDocument(
                area,
                Counties.name(area),
                found.asOf().map(Instant::toString).orElse(null),
                found.from().standby(),
                found.from().lag(),
                sources,
                cells,
                DefinitionDocument.of(found.catalogue(), cells),
                cells.stream()
                        .flatMap(cell ->
                                found.restatedSince(cell).stream().map(since -> RestatedDocument.of(cell, since)))
                        .toList());
    }

    ResponseEntity<Object> answer(boolean csv) {
        return csv
                ? csv(cells).answer()
                : ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(this);
    }

    /** The cells alone, one element each. */
    ResponseEntity<Object> cellsAlone(boolean csv) {
        return csv
                ? answer(true)
                : ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-As-Of", String.valueOf(asOf))
                        .header("X-Read-From", standby ? "standby; lag=" + lag : "active")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(cells);
    }

    private static Csv csv(List<CellDocument> cells) {
        var csv = new Csv(HEADING);
        cells.forEach(cell -> csv.row(
                cell.indicator(),
                cell.version(),
                cell.municipality(),
                cell.period(),
                cell.num(),
                cell.den(),
                cell.median(),
                cell.suppressed(),
                cell.asOf()));
        return csv;
    }
}
