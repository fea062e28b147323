package se.samordna.indicators.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Published cells as OpenMetrics text, which Prometheus reads: gauges of numerators, denominators and medians. A suppressed
 * cell has none; how many there are is told by indicator and municipality.
 */
final class OpenMetrics {

    static final MediaType TYPE = new MediaType(
            new MediaType("application", "openmetrics-text", StandardCharsets.UTF_8), Map.of("version", "1.0.0"));

    private final Collection<CellDocument> cells;
    private final StringBuilder text = new StringBuilder();

    private OpenMetrics(Collection<CellDocument> cells) {
        this.cells = cells;
    }

    /** @param published cells as they may be seen by anyone */
    static String of(FiguresDocument published) {
        var metrics = new OpenMetrics(published.cells());
        metrics.gauge("samordna_indicator_num", "Numerator of a published figure.", CellDocument::num);
        metrics.gauge("samordna_indicator_den", "Denominator of a published figure.", CellDocument::den);
        metrics.gauge("samordna_indicator_median_days", "Median of a published figure.", CellDocument::median);
        metrics.suppressed();
        metrics.asOf(published.asOf());
        return metrics.text.append("# EOF\n").toString();
    }

    private void gauge(String name, String help, Function<CellDocument, @Nullable Long> number) {
        head(name, help);
        for (CellDocument cell : cells) {
            Long value = number.apply(cell);
            if (!cell.suppressed() && value != null) {
                text.append("%s{%s,period=\"%s\"} %s\n".formatted(name, labels(cell), cell.period(), value));
            }
        }
    }

    private void suppressed() {
        String name = "samordna_indicator_suppressed_cells";
        head(name, "How many cells are suppressed, as too few children are in them.");
        cells.stream()
                .filter(CellDocument::suppressed)
                .collect(Collectors.groupingBy(OpenMetrics::labels, TreeMap::new, Collectors.counting()))
                .forEach((labels, count) -> text.append("%s{%s} %s\n".formatted(name, labels, count)));
    }

    private void asOf(@Nullable String asOf) {
        String name = "samordna_indicator_as_of_seconds";
        head(name, "The platform's clock the figures are of.");
        if (asOf != null) {
            text.append("%s %s\n".formatted(name, Instant.parse(asOf).getEpochSecond()));
        }
    }

    private void head(String name, String help) {
        text.append("# TYPE %s gauge\n# HELP %s %s\n".formatted(name, name, help));
    }

    /** Codes of letters, digits, dots and hyphens: nothing to escape. */
    private static String labels(CellDocument cell) {
        return "indicator=\"%s\",version=\"%s\",municipality=\"%s\""
                .formatted(cell.indicator(), cell.version(), cell.municipality());
    }
}
