package se.samordna.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Stood;
import se.samordna.indicators.cells.Turn;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.publishing.Cell;
import se.samordna.indicators.publishing.Publish;
import se.samordna.measures.GoalDirection;
import se.samordna.measures.GoalPeriod;
import se.samordna.measures.LocalName;
import se.samordna.measures.PlanArea;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;
import se.samordna.streams.Answer.ReadFrom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever leaves a municipality, in whatever form, holds no cell and no number that the one publish function does not give. */
class WaysOutTest {

    private static final int COUNTIES = 25;
    private static final Instant NOW = Instant.parse("2027-02-10T00:00:00Z");
    private static final List<String> MUNICIPALITIES = List.of("2303", "2305", "2380");
    private static final List<Definition> INDICATORS = List.of(
            Definitions.REPORTS,
            Definitions.CHILDREN_REPORTED,
            Definitions.PRELIMINARY_IN_TIME,
            Definitions.INVESTIGATION_IN_TIME,
            Definitions.ABSENCE_TO_CONTACT,
            Definitions.SKOLFAM_COVERAGE,
            Definitions.WITHOUT_CASEWORKER);
    private static final Pattern SAMPLE =
            Pattern.compile("samordna_indicator_(num|den|median_days)\\{indicator=\"(.+?)\",version=\"(.+?)\","
                    + "municipality=\"(.+?)\",period=\"(.+?)\"} (\\d+)");

    private int seen;
    private int withheld;

    @Test
    void no_way_out_tells_what_is_not_published() {
        for (int seed = 0; seed < COUNTIES; seed++) {
            CountyFigures county = county(new Random(seed));
            var printed = new HashMap<CellKey, Figure>();
            for (Cell cell : Publish.cells(county.exact(), NOW)) {
                cell.figure().ifPresent(figure -> printed.put(cell.key(), figure));
                withheld += cell.isSuppressed() ? 1 : 0;
            }
            leaves(printed, county);
        }
        assertThat(seen).as("numbers that left").isGreaterThan(10_000);
        assertThat(withheld).as("cells withheld").isGreaterThan(2_000);
    }

    private void leaves(Map<CellKey, Figure> printed, CountyFigures county) {
        FiguresDocument all = FiguresDocument.of("23", county, List.of(), county.published(_ -> true));
        json(printed, all.cells());
        assertThat(all.restated()).extracting(restated -> restated.key()).isSubsetOf(printed.keySet());
        csv(printed, Objects.requireNonNull(all.answer(true).getBody()).toString(), 0, 2, 3, 4);
        openMetrics(printed, OpenMetrics.of(all));
        for (Definition indicator : INDICATORS) {
            for (String period : List.of("2025", "2026", "2026-03", "2026-Q2")) {
                var comparison = ComparisonDocument.of(
                        indicator.id(), Period.parse(period).orElseThrow(), Optional.of("23"), all, _ -> true);
                comparison.municipalities().forEach(row -> row(printed, comparison, row));
                comparison.counties().forEach(row -> row(printed, comparison, row));
                csv(printed, comparison.csv().toString(), 0, 3, 2, 5);
            }
            MUNICIPALITIES.forEach(municipality -> series(printed, county, municipality, indicator.id()));
        }
        MUNICIPALITIES.forEach(municipality -> areas(printed, county, municipality));
    }

    private void json(Map<CellKey, Figure> printed, List<CellDocument> cells) {
        JsonNode tree = JsonMapper.shared().valueToTree(cells);
        for (JsonNode cell : tree) {
            is(
                    printed,
                    key(
                            cell.path("indicator").asString(),
                            cell.path("municipality").asString(),
                            cell.path("period").asString()),
                    cell.path("num").isNull() ? null : cell.path("num").asLong(),
                    cell.path("den").isNull() ? null : cell.path("den").asLong());
        }
    }

    private void csv(Map<CellKey, Figure> printed, String csv, int indicator, int area, int period, int num) {
        csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(fields -> is(
                        printed,
                        key(fields[indicator], fields[area], fields[period]),
                        fields[num].isEmpty() ? null : Long.valueOf(fields[num]),
                        fields[num + 1].isEmpty() ? null : Long.valueOf(fields[num + 1])));
    }

    private void openMetrics(Map<CellKey, Figure> printed, String text) {
        assertThat(text).endsWith("# EOF\n");
        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> SAMPLE.matcher(line).matches()
                        || line.startsWith("samordna_indicator_suppressed_cells{indicator=")
                        || line.startsWith("samordna_indicator_as_of_seconds "));
        SAMPLE.matcher(text).results().forEach(sample -> {
            Figure figure = Objects.requireNonNull(
                    printed.get(key(sample.group(2), sample.group(4), sample.group(5))), sample.group());
            long value = Long.parseLong(sample.group(6));
            switch (sample.group(1)) {
                case "num" -> assertThat(value).isEqualTo(figure.num());
                case "den" -> assertThat(value).isEqualTo(figure.den());
                default -> assertThat(figure.median()).hasValue(value);
            }
            seen++;
        });
    }

    private void row(Map<CellKey, Figure> printed, ComparisonDocument of, ComparisonDocument.RowDocument row) {
        CellKey key = key(of.indicator(), row.area(), of.period());
        is(printed, key, row.num(), row.den());
        assertThat(row.value() == null || printed.containsKey(key)).isTrue();
        assertThat(row.restatedSince() == null || printed.containsKey(key)).isTrue();
    }

    private void series(Map<CellKey, Figure> printed, CountyFigures county, String municipality, String indicator) {
        var series = SeriesDocument.of(municipality, indicator, false, PlanVersions.NONE, county, List.of());
        series.points().forEach(point -> {
            CellKey key = key(indicator, municipality, point.period());
            is(printed, key, point.num(), point.den());
            assertThat(point.value() == null || printed.containsKey(key)).isTrue();
            assertThat(point.median() == null || printed.containsKey(key)).isTrue();
            assertThat(point.restatedSince() == null || printed.containsKey(key))
                    .isTrue();
            assertThat(point.countyValue() == null || printed.containsKey(key.of("23")))
                    .isTrue();
        });
        csv(printed, series.csv().toString(), 0, 2, 3, 4);
    }

    private void areas(Map<CellKey, Figure> printed, CountyFigures county, String municipality) {
        List<Optional<Period.Span>> spans = Stream.concat(
                        Stream.of(Optional.<Period.Span>empty()),
                        Stream.of(Period.Span.values()).map(Optional::of))
                .toList();
        spans.forEach(by -> areas(printed, county, municipality, by));
    }

    private void areas(
            Map<CellKey, Figure> printed, CountyFigures county, String municipality, Optional<Period.Span> by) {
        for (Optional<Period> period : List.of(
                Optional.<Period>empty(), Period.parse("2026"), Period.parse("2026-03"), Period.parse("2026-12/R12"))) {
            var asked = new Areas.Asked(period, by, false);
            var document = Areas.of(municipality, asked, PlanVersions.of(plan()), county, List.of());
            document.areas().forEach(area -> {
                json(printed, area.cells());
                area.goals().forEach(goal -> {
                    latest(printed, goal.indicator(), municipality, goal.latest());
                    latest(printed, goal.indicator(), "23", goal.county());
                });
            });
        }
    }

    private void latest(
            Map<CellKey, Figure> printed,
            String indicator,
            String area,
            AreasDocument.@Nullable LatestDocument latest) {
        if (latest != null) {
            is(printed, key(indicator, area, latest.period()), latest.num(), latest.den());
        }
    }

    /** Either the numbers that are published of the cell, or none where none are. */
    private void is(Map<CellKey, Figure> printed, CellKey key, @Nullable Long num, @Nullable Long den) {
        Figure figure = printed.get(key);
        assertThat(num).as(key.toString()).isEqualTo(figure == null ? null : Long.valueOf(figure.num()));
        assertThat(den).as(key.toString()).isEqualTo(figure == null ? null : Long.valueOf(figure.den()));
        seen++;
    }

    private static CellKey key(String indicator, String area, String period) {
        return new CellKey(indicator, 1, area, Period.parse(period).orElseThrow());
    }

    private static PlanDefinition plan() {
        var goals = INDICATORS.stream()
                .map(indicator ->
                        new PlanGoal("Mål", indicator.id(), 50.0, GoalDirection.UP, null, GoalPeriod.MONTH, "Nämnden"))
                .toList();
        return new PlanDefinition(
                "2380",
                "Plan",
                LocalDate.parse("2020-01-01"),
                List.of(new PlanArea("A1", new LocalName("Område", "Area"), goals, List.of())),
                1,
                true,
                List.of());
    }

    /** Two years of three municipalities, of all sizes, and cells that have been restated. */
    private static CountyFigures county(Random random) {
        var counted = Counted.nothing();
        for (String municipality : MUNICIPALITIES) {
            double size = Math.exp(random.nextDouble() * 5);
            for (Definition indicator : INDICATORS) {
                Figure before = Figure.NONE;
                for (int month = 0; month < 24; month++) {
                    YearMonth of = YearMonth.of(2025, 1).plusMonths(month);
                    Figure units = units(random, size);
                    switch (indicator.counts()) {
                        case EACH ->
                            counted.add(
                                    indicator.cell(municipality, Period.month(of)),
                                    units.den() == 0 ? units : units.lasting(random.nextInt(90)));
                        case STATE, DAYS -> {
                            counted.turn(new Turn(indicator.id(), 1, municipality, of.atDay(1)), units.minus(before));
                            before = units;
                        }
                        case CHILDREN ->
                            Period.around(of)
                                    .filter(period -> period.last().equals(of))
                                    .forEach(period -> counted.add(indicator.cell(municipality, period), units));
                        case MEASURED -> throw new IllegalStateException(indicator.id());
                    }
                }
            }
        }
        SortedMap<CellKey, Figure> exact = Exact.cells(counted, Optional.of(NOW));
        var stood = new HashMap<CellKey, Stood>();
        exact.forEach((key, figure) -> stood.put(
                key,
                new Stood(
                        random.nextBoolean() ? figure.summary() : new Figure(1, 1), Optional.of(NOW.minusSeconds(1)))));
        return new CountyFigures(Catalogue.STANDARD, exact, Optional.of(NOW), stood, ReadFrom.ACTIVE);
    }

    private static Figure units(Random random, double size) {
        int den = (int) (random.nextDouble() * size);
        return new Figure(
                IntStream.range(0, den).filter(_ -> random.nextInt(4) > 0).count(), den);
    }
}
