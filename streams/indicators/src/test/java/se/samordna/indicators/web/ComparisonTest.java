package se.samordna.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.samordna.events.Agency;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Kolada;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Stood;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.running.Freshness;
import se.samordna.indicators.web.DefinitionDocument.KoladaDocument;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.Answer.ReadFrom;

/** Jämtland after the year 2025: Östersund and Krokom take part in comparisons, Berg does not. */
class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private final TreeMap<CellKey, Figure> exact = new TreeMap<>(Map.of(
            key("I01", "2380", "2025"), new Figure(2_600, 13_000),
            key("I01", "2380", "2025-12"), new Figure(200, 13_000),
            key("I01", "2309", "2025"), new Figure(300, 3_000),
            key("I01", "2309", "2025-11"), new Figure(300, 3_000),
            key("I01", "2326", "2025-12"), new Figure(100, 1_300),
            key("I01", "23", "2025"), new Figure(3_000, 17_300)));

    @Test
    void those_who_take_part_are_named_the_county_is_the_sum_of_all_and_nothing_else() {
        var comparison = ComparisonDocument.of(
                "I01", Period.year(2025), Optional.of("23"), published(), Set.of("2380", "2309")::contains);

        assertThat(comparison.csv().toString().lines())
                .containsExactly(
                        "indicator,version,period,area,name,num,den,median,suppressed,value,unit,restatedSince,asOf,silentSources",
                        "I01,1,2025,2309,Krokom,300,3000,,false,100.0,PER_1000,,2026-02-01T00:00:00Z,",
                        "I01,1,2025,2380,Östersund,2600,13000,,false,200.0,PER_1000,2026-01-15T00:00:00Z,"
                                + "2026-02-01T00:00:00Z,",
                        "I01,1,2025,23,Jämtlands län,3000,17300,,false,173.41,PER_1000,,2026-02-01T00:00:00Z,");
        assertThat(comparison.notTakingPart()).isZero();

        var december = ComparisonDocument.of(
                "I01", Period.parse("2025-12").orElseThrow(), Optional.empty(), published(), "2380"::equals);
        assertThat(december.municipalities())
                .extracting(ComparisonDocument.RowDocument::area)
                .containsExactly("2380");
        assertThat(december.counties()).isEmpty();
        assertThat(december.notTakingPart()).isEqualTo(1);
    }

    @Test
    void a_series_has_the_target_of_its_time_the_county_beside_it_and_who_is_silent() {
        exact.clear();
        exact.put(key("I08", "1265", "2016"), new Figure(10, 100));
        exact.put(key("I08", "1265", "2025-Q3"), new Figure(15, 100));
        PlanDefinition sjobo = ((PlanFile.Read.Plan) PlanFile.builtIn("sjobo")).plan();

        var series = SeriesDocument.of(
                "1265",
                "I08",
                false,
                PlanVersions.of(sjobo),
                figures(),
                List.of(
                        new Freshness.Source(Agency.SOCIAL_SERVICES, Instant.parse("2026-01-30T10:00:00Z"), false),
                        new Freshness.Source(Agency.SCHOOL, null, true)));

        assertThat(series.csv().toString().lines().skip(1))
                .containsExactly(
                        "I08,1,1265,2016,10,100,,false,10.0,PERCENT,,,,,false,2026-02-01T00:00:00Z,SCHOOL",
                        "I08,1,1265,2025-Q3,15,100,,false,15.0,PERCENT,20.0,UP,,,false,2026-02-01T00:00:00Z,SCHOOL");
    }

    @Test
    void a_period_that_runs_says_so_in_the_municipalitys_own_table() {
        exact.clear();
        List.of("2025", "2026-01", "2026-02", "2026-Q1", "2026", "2026-01/R12", "2026-02/R12")
                .forEach(period -> exact.put(key("I05", "1265", period), new Figure(15, 30)));

        List<String> lines = SeriesDocument.of("1265", "I05", true, PlanVersions.NONE, figures(), List.of())
                .csv()
                .toString()
                .lines()
                .toList();

        int running = List.of(lines.getFirst().split(",")).indexOf("running");
        assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)))
                .extracting(line -> line[3] + " " + line[running])
                .containsExactlyInAnyOrder(
                        "2025 false",
                        "2026-01 false",
                        "2026-02 true",
                        "2026-Q1 true",
                        "2026 true",
                        "2026-01/R12 false",
                        "2026-02/R12 true");
    }

    @Test
    void prometheus_is_told_what_is_published_and_how_many_cells_are_not() {
        exact.put(key("I05", "2326", "2025-12"), new Figure(2, 3));

        assertThat(OpenMetrics.of(published()).lines().filter(line -> line.contains("2326")))
                .containsExactly(
                        "samordna_indicator_num{indicator=\"I01\",version=\"1\",municipality=\"2326\",period=\"2025-12\"} 100",
                        "samordna_indicator_den{indicator=\"I01\",version=\"1\",municipality=\"2326\",period=\"2025-12\"} 1300",
                        "samordna_indicator_suppressed_cells{indicator=\"I05\",version=\"1\",municipality=\"2326\"} 1");
        assertThat(OpenMetrics.of(published())).contains("samordna_indicator_as_of_seconds 1769904000\n");
        assertThat(OpenMetrics.TYPE.toString()).startsWith("application/openmetrics-text");
    }

    @Test
    void a_national_figure_stands_beside_an_indicator_there_is_and_says_how_ours_differs() {
        assertThat(Kolada.all().keySet())
                .allMatch(id -> Definitions.byId(id).isPresent())
                .hasSize(12);
        assertThat(DefinitionDocument.of("I21").orElseThrow().kolada())
                .singleElement()
                .satisfies(kpi -> {
                    assertThat(kpi.kpi()).isEqualTo("U00915");
                    assertThat(kpi.differs().en()).contains("per 100,000 inhabitants");
                });
        assertThat(Kolada.all().values().stream().flatMap(List::stream)).allSatisfy(kpi -> {
            assertThat(kpi.id()).matches("[NU][0-9]{5}");
            assertThat(kpi.differs().sv())
                    .isNotBlank()
                    .isNotEqualTo(kpi.differs().en());
        });
        assertThat(published().definitions()).singleElement().satisfies(definition -> {
            assertThat(definition.unit()).isEqualTo("PER_1000");
            assertThat(definition.kolada()).extracting(KoladaDocument::kpi).isEmpty();
        });
    }

    private FiguresDocument published() {
        return FiguresDocument.of("23", figures(), List.of(), figures().published(_ -> true));
    }

    private CountyFigures figures() {
        var since = Instant.parse("2026-01-15T00:00:00Z");
        return new CountyFigures(
                Catalogue.STANDARD,
                exact,
                Optional.of(NOW),
                Map.of(key("I01", "2380", "2025"), new Stood(new Figure(2_600, 13_000), Optional.of(since))),
                ReadFrom.ACTIVE);
    }

    private static CellKey key(String indicator, String area, String period) {
        return new CellKey(indicator, 1, area, Period.parse(period).orElseThrow());
    }
}
