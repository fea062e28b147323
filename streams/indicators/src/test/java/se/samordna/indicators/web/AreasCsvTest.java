package se.samordna.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.streams.Answer.ReadFrom;

/** Sjöbo's goals as a table: whoever reads it sees no page beside it. */
class AreasCsvTest {
    private static final PlanVersions PLAN = PlanVersions.of(((PlanFile.Read.Plan) PlanFile.builtIn("sjobo")).plan());

    private final TreeMap<CellKey, Figure> counted = new TreeMap<>();

    @Test
    void a_figure_that_is_withheld_is_told_apart_from_one_that_was_never_counted_and_from_one_that_is_shown() {
        has("I08", "2026-Q1", 100, 1_000);
        has("I05", "2026-01", 2, 4);

        assertThat(figure(published(), "I08")).isEqualTo("2026-Q1,100,1000,false,10.0,PERCENT");
        assertThat(figure(published(), "I05")).isEqualTo(",,,true,,");
        assertThat(figure(published(), "I06")).isEqualTo(",,,false,,");
    }

    @Test
    void a_newest_figure_that_is_withheld_leaves_an_older_one_which_is_none() {
        has("I05", "2026-01", 20, 40);
        has("I05", "2026-02", 2, 4);

        assertThat(figure(published(), "I05")).isEqualTo("2026-01,20,40,false,50.0,PERCENT");
    }

    @Test
    void figures_are_of_the_span_that_is_asked_for_where_there_are_any() {
        has("I08", "2025", 2_000, 10_000);
        has("I08", "2026-Q1", 100, 1_000);
        has("I08", "2026-05", 40, 100);
        has("I08", "2026-05/R12", 900, 1_000);
        has("I05", "2026-01", 20, 40);

        assertThat(figure(by("month"), "I08")).startsWith("2026-05,40,100,");
        assertThat(figure(by("quarter"), "I08")).startsWith("2026-Q1,100,1000,");
        assertThat(figure(by("year"), "I08")).startsWith("2025,2000,10000,");
        assertThat(figure(by("rolling"), "I08")).startsWith("2026-05/R12,900,1000,");
        assertThat(figure(by("year"), "I05")).as("of another span").startsWith("2026-01,20,40,");
        assertThat(Wanted.span("week")).isEmpty();
    }

    @Test
    void a_figure_of_a_period_that_runs_says_so() {
        has("I08", "2026", 900, 10_000);
        has("I08", "2026-05", 40, 100);

        assertThat(value(by("month"), "I08", "running")).isEqualTo("false");
        assertThat(value(by("year"), "I08", "running")).isEqualTo("true");
        assertThat(value(by("year"), "I05", "running")).as("no figure").isEmpty();
    }

    private void has(String indicator, String period, long num, long den) {
        counted.put(new CellKey(indicator, 1, "1265", Period.parse(period).orElseThrow()), new Figure(num, den));
    }

    private List<String> published() {
        return lines(new Areas.Asked(Optional.empty(), Optional.empty(), false));
    }

    /** As the municipality itself sees them. */
    private List<String> by(String span) {
        return lines(new Areas.Asked(Optional.empty(), Wanted.span(span), true));
    }

    private List<String> lines(Areas.Asked asked) {
        CountyFigures figures = new CountyFigures(
                Catalogue.STANDARD,
                counted,
                Optional.of(Instant.parse("2026-06-02T00:00:00Z")),
                Map.of(),
                ReadFrom.ACTIVE);
        return AreasCsv.of(Areas.of("1265", asked, PLAN, figures, List.of()))
                .toString()
                .lines()
                .toList();
    }

    /** From the figure's period to its unit, of a goal that an indicator measures. */
    private static String figure(List<String> lines, String indicator) {
        return List.of("figurePeriod", "num", "den", "suppressed", "value", "unit").stream()
                .map(column -> value(lines, indicator, column))
                .collect(Collectors.joining(","));
    }

    private static String value(List<String> lines, String indicator, String column) {
        List<String> heading = Arrays.asList(lines.getFirst().split(","));
        return lines.stream()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .filter(line -> line.get(heading.indexOf("indicator")).equals(indicator))
                .findFirst()
                .orElseThrow()
                .get(heading.indexOf(column));
    }
}
