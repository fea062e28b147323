package se.samordna.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.events.Agency;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Measurement;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Stood;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.running.Freshness.Source;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.Answer.ReadFrom;
import tools.jackson.databind.json.JsonMapper;

/**
 * Skåne with three made-up municipalities, Sjöbo and its plan among them, from January 2024 to March 2026: what these
 * documents say of it is checked in, since the pages of the workplace are tested against it. Written anew with
 * {@code -Dsamordna.answers=write}.
 */
class AnswersTest {

    static final Path FILE = Path.of("src/test/resources/answers/skane.json");
    private static final Instant NOW = Instant.parse("2026-04-02T06:00:00Z");
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int MONTHS = 27;
    /** Children 0–17 of each. */
    private static final Map<String, Integer> CHILDREN =
            new TreeMap<>(Map.of("1265", 4_000, "1272", 2_600, "1290", 17_000));

    private static final List<Source> SOURCES = List.of(
            new Source(Agency.SOCIAL_SERVICES, Instant.parse("2026-04-02T05:40:00Z"), false),
            new Source(Agency.SCHOOL, Instant.parse("2026-03-12T13:00:00Z"), true),
            new Source(Agency.REGION, Instant.parse("2026-04-01T10:00:00Z"), false),
            new Source(Agency.POLICE, null, false));

    private final Counted counted = Counted.nothing();
    private final Random random = new Random(5);

    @Test
    void what_is_checked_in_is_what_we_say() throws IOException {
        String said = JsonMapper.builder().build().writeValueAsString(answers());
        if ("write".equals(System.getProperty("samordna.answers"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, said);
        }

        assertThat(Files.readString(FILE)).isEqualTo(said);
    }

    @Test
    void every_indicator_says_what_its_numbers_count_in_both_languages() {
        assertThat(Definitions.all()).allSatisfy(definition -> {
            var meaning =
                    Objects.requireNonNull(DefinitionDocument.of(definition).meaning(), definition::id);
            assertThat(meaning.numerator().sv())
                    .isNotBlank()
                    .isNotEqualTo(meaning.numerator().en());
            assertThat(meaning.denominator().sv())
                    .isNotBlank()
                    .isNotEqualTo(meaning.denominator().en());
            assertThat(meaning.source()).isNotBlank();
        });
        assertThat(DefinitionDocument.of("M.child-strategists").orElseThrow().meaning())
                .isNull();
    }

    @Test
    void an_area_alone_is_that_area_and_nothing_else() {
        AreasDocument whole = areas("1265", false);

        assertThat(whole.only("J4").orElseThrow().areas())
                .containsExactly(whole.areas().get(3));
        assertThat(AreasCsv.of(whole.only("J4").orElseThrow())
                        .toString()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("1265,1,J4,"));
        assertThat(whole.only("A1")).isEmpty();
    }

    /** By address, as the API answers. */
    private Map<String, Object> answers() {
        Map<String, Object> all = new TreeMap<>();
        String api = "/api/indicators/v1/";
        all.put(
                api + "definitions",
                new DefinitionsController.All(Definitions.all().stream()
                        .sorted(Comparator.comparing(Definition::id))
                        .map(DefinitionDocument::of)
                        .toList()));
        for (String code : CHILDREN.keySet()) {
            String place = api + "municipalities/" + code;
            all.put(place + "/areas", areas(code, false));
            all.put(place + "/areas?exact=true", areas(code, true));
            all.put(place + "/indicators", published(code));
            all.put(place + "/indicators?exact=true", exact(code));
            Stream.of("I01", "I02", "I05", "I06", "I07", "I08", "I15").forEach(id -> {
                all.put(place + "/indicators/" + id, series(code, id, false));
                all.put(place + "/indicators/" + id + "?exact=true", series(code, id, true));
            });
        }
        Stream.of("I05", "I06")
                .forEach(id -> all.put(
                        api + "comparison?indicator=" + id + "&period=2025",
                        ComparisonDocument.of(
                                id,
                                Period.year(2025),
                                Optional.empty(),
                                published("12"),
                                List.of("1265", "1290")::contains)));
        return all;
    }

    private AreasDocument areas(String code, boolean exact) {
        return Areas.of(
                code, new Areas.Asked(Optional.empty(), Optional.empty(), exact), plan(code), figures(), SOURCES);
    }

    private SeriesDocument series(String code, String indicator, boolean exact) {
        return SeriesDocument.of(code, indicator, exact, plan(code), figures(), SOURCES);
    }

    private FiguresDocument published(String area) {
        CountyFigures figures = figures();
        return FiguresDocument.of(
                area,
                figures,
                SOURCES,
                figures.published(
                        cell -> area.length() == 2 || cell.municipality().equals(area)));
    }

    private FiguresDocument exact(String code) {
        CountyFigures figures = figures();
        return FiguresDocument.exact(code, figures, SOURCES, figures.exactOf(code, _ -> true));
    }

    private static PlanVersions plan(String code) {
        PlanDefinition sjobo = ((PlanFile.Read.Plan) PlanFile.builtIn("sjobo")).plan();
        return code.equals("1265") ? PlanVersions.of(sjobo) : PlanVersions.NONE;
    }

    private CountyFigures figures() {
        if (counted.figures().isEmpty()) {
            CHILDREN.forEach(this::count);
        }
        var may = new CellKey("I05", 1, "1290", Period.month(YearMonth.of(2025, 5)));
        return new CountyFigures(
                Catalogue.STANDARD,
                Exact.cells(counted, Optional.of(NOW)),
                Optional.of(NOW),
                Map.of(may, new Stood(new Figure(1, 900), Optional.of(Instant.parse("2025-06-01T00:00:00Z")))),
                ReadFrom.ACTIVE);
    }

    private void count(String code, int children) {
        measured(code, Definitions.POPULATION_MEASURE, Period.year(2023), children, OptionalLong.empty());
        for (int month = 0; month < MONTHS; month++) {
            Period period = Period.month(FIRST.plusMonths(month));
            int reports = children / 200 + random.nextInt(children / 300);
            add("I01", code, period, reports, 0);
            add("I05", code, period, reports - random.nextInt(9), reports);
            int closed = reports / 2;
            for (int each = 0; each < closed; each++) {
                counted.add(
                        key("I06", code, period),
                        Figure.one(random.nextInt(9) > 0).lasting(60 + random.nextInt(80)));
            }
            add("I07", code, period, closed - random.nextInt(1 + closed / 2), closed);
            add("I15", code, period, random.nextInt(3), 2);
            measured(code, Definitions.DIRECT_TIME_MEASURE, period, 1_200 + 10 * month, OptionalLong.of(12_000));
        }
        for (int year = 2024; year <= 2026; year++) {
            add("I02", code, Period.year(year), year == 2026 ? 3 : children / 30, 0);
        }
    }

    private void add(String indicator, String code, Period period, long num, long den) {
        counted.add(key(indicator, code, period), new Figure(num, den));
    }

    private void measured(String code, String measure, Period period, long num, OptionalLong den) {
        counted.measure(new Measurement(
                new Measurement.Slot(code, measure, period), 1, new UUID(0, 1), OptionalLong.of(num), den));
    }

    private static CellKey key(String indicator, String code, Period period) {
        return new CellKey(indicator, 1, code, period);
    }
}
