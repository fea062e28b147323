package se.samordna.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Figures with how fresh they are.
 *
 * @param of the municipality, county or indicator they are of
 * @param name what it is called
 * @param asOf the platform's clock they are of
 * @param standby whether some were read from a standby, which may be {@code lag} records behind
 * @param sources the agencies' feeds
 */
record FiguresDocument(
        String of,
        String name,
        @Nullable String asOf,
        boolean standby,
        long lag,
        List<SourceDocument> sources,
        List<CellDocument> cells) {

    /** An agency's feed. */
    record SourceDocument(String agency, @Nullable String lastEventAt, boolean silent) {}

    private static final String HEADING = "indicator,version,municipality,period,num,den,median,suppressed,asOf";
    static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);

    ResponseEntity<Object> answer(boolean csv) {
        var answer = ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store");
        return csv
                ? answer.contentType(CSV).body(csv(cells))
                : answer.contentType(MediaType.APPLICATION_JSON).body(this);
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

    private static String csv(List<CellDocument> cells) {
        var text = new StringBuilder(HEADING).append("\r\n");
        for (CellDocument cell : cells) {
            text.append(String.join(
                            ",",
                            cell.indicator(),
                            Integer.toString(cell.version()),
                            cell.municipality(),
                            cell.period(),
                            text(cell.num()),
                            text(cell.den()),
                            text(cell.median()),
                            Boolean.toString(cell.suppressed()),
                            text(cell.asOf())))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
