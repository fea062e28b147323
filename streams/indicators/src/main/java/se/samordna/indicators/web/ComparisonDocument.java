package se.samordna.indicators.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.web.FiguresDocument.RestatedDocument;
import se.samordna.indicators.web.FiguresDocument.SourceDocument;
import se.samordna.streams.web.Csv;

/**
 * One indicator in one period, municipality beside municipality: of those whose plan says that they take part. Made of
 * published cells alone.
 *
 * @param definitions of the indicator, each version that has figures
 * @param county the one it is of; null: all
 * @param municipalities by code
 * @param counties the sums of all their municipalities, whether these take part or not
 * @param notTakingPart how many municipalities have a cell of it and do not take part
 */
record ComparisonDocument(
        String indicator,
        List<DefinitionDocument> definitions,
        String period,
        @Nullable String county,
        @Nullable String asOf,
        boolean standby,
        long lag,
        List<SourceDocument> sources,
        List<RowDocument> municipalities,
        List<RowDocument> counties,
        long notTakingPart) {

    private static final String HEADING =
            "indicator,version,period,area,name,num,den,median,suppressed,value,unit,restatedSince,asOf,silentSources";

    /** @param area a kommunkod or a county */
    record RowDocument(
            String area,
            String name,
            int version,
            @Nullable Long num,
            @Nullable Long den,
            @Nullable Long median,
            boolean suppressed,
            @Nullable Double value,
            String unit,
            @Nullable String restatedSince) {

        static RowDocument of(CellDocument cell, Optional<String> restatedSince) {
            return new RowDocument(
                    cell.municipality(),
                    Counties.name(cell.municipality()),
                    cell.version(),
                    cell.num(),
                    cell.den(),
                    cell.median(),
                    cell.suppressed(),
                    Rate.of(cell).map(Rate::value).orElse(null),
                    Rate.unit(cell.indicator()),
                    restatedSince.orElse(null));
        }
    }

    /**
     * The published figures of all, as a comparison.
     *
     * @param takesPart whether a municipality is compared by name
     */
    static ComparisonDocument of(
            String indicator,
            Period period,
            Optional<String> county,
            FiguresDocument published,
            Predicate<String> takesPart) {
        var cells = published.cells().stream()
                .filter(cell -> cell.indicator().equals(indicator))
                .filter(cell -> cell.key().period().equals(period))
                .filter(cell -> county.map(cell.municipality()::startsWith).orElse(true))
                .toList();
        Map<CellKey, String> restated =
                published.restated().stream().collect(Collectors.toMap(RestatedDocument::key, RestatedDocument::since));
        Predicate<CellDocument> ofCounty = cell -> cell.key().ofCounty();
        Predicate<CellDocument> named = cell -> takesPart.test(cell.municipality());
        return new ComparisonDocument(
                indicator,
                published.definitions().stream()
                        .filter(each -> cells.stream().anyMatch(each::isOf))
                        .toList(),
                period.code(),
                county.orElse(null),
                published.asOf(),
                published.standby(),
                published.lag(),
                published.sources(),
                rows(cells, ofCounty.negate().and(named), restated),
                rows(cells, ofCounty, restated),
                cells.stream()
                        .filter(ofCounty.negate().and(named.negate()))
                        .map(CellDocument::municipality)
                        .distinct()
                        .count());
    }

    private static List<RowDocument> rows(
            List<CellDocument> cells, Predicate<CellDocument> which, Map<CellKey, String> restated) {
        return cells.stream()
                .filter(which)
                .map(cell -> RowDocument.of(cell, Optional.ofNullable(restated.get(cell.key()))))
                .toList();
    }

    Csv csv() {
        var csv = new Csv(HEADING);
        municipalities.forEach(row -> row(csv, row));
        counties.forEach(row -> row(csv, row));
        return csv;
    }

    private void row(Csv csv, RowDocument row) {
        csv.row(
                indicator,
                row.version(),
                period,
                row.area(),
                row.name(),
                row.num(),
                row.den(),
                row.median(),
                row.suppressed(),
                row.value(),
                row.unit(),
                row.restatedSince(),
                asOf,
                SourceDocument.silent(sources));
    }
}
