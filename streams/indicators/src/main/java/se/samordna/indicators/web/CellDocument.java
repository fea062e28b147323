package se.samordna.indicators.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.publishing.Cell;

/**
 * One cell as it is printed everywhere (indicators.md).
 *
 * @param num and den are null where suppressed
 * @param median in whole local days; left out where the indicator has none
 * @param asOf ISO 8601, UTC; null before the platform's clock was seen on every partition
 */
record CellDocument(
        String indicator,
        int version,
        String municipality,
        String period,
        @Nullable Long num,
        @Nullable Long den,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long median,
        boolean suppressed,
        @Nullable String asOf) {

    static CellDocument exact(CellKey key, Figure figure, Optional<Instant> asOf) {
        return of(Cell.of(key, figure), asOf);
    }

    /** Which cell it is. */
    CellKey key() {
        return new CellKey(
                indicator, version, municipality, Period.parse(period).orElseThrow());
    }

    /** Its numbers; none where suppressed. */
    Optional<Figure> figure() {
        return num == null || den == null ? Optional.empty() : Optional.of(new Figure(num, den));
    }

    static CellDocument of(Cell cell, Optional<Instant> asOf) {
        CellKey key = cell.key();
        return new CellDocument(
                key.indicator(),
                key.version(),
                key.municipality(),
                key.period().code(),
                cell.figure().map(Figure::num).orElse(null),
                cell.figure().map(Figure::den).orElse(null),
                cell.figure()
                        .map(Figure::median)
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .orElse(null),
                cell.isSuppressed(),
                asOf.map(Instant::toString).orElse(null));
    }
}
