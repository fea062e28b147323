package se.samordna.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Stood;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.publishing.Cell;
import se.samordna.indicators.web.AreasDocument.AreaDocument;
import se.samordna.indicators.web.AreasDocument.GoalDocument;
import se.samordna.indicators.web.AreasDocument.LatestDocument;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.Answer.ReadFrom;
import tools.jackson.databind.json.JsonMapper;

class AreasTest {

    private static final Optional<Instant> AS_OF = Optional.of(Instant.parse("2026-04-02T00:00:00Z"));
    /** Sjöbo's, and from August one that aims higher. */
    private static final PlanVersions VERSIONS = versions();

    private static PlanVersions versions() {
        PlanDefinition first = ((PlanFile.Read.Plan) PlanFile.builtIn("sjobo")).plan();
        PlanDefinition second = PlanDefinition.newBuilder(first)
                .setVersion(PlanVersions.NO_NUMBER)
                .setName("Ny plan")
                .setValidFrom(LocalDate.parse("2026-08-01"))
                .build();
        second.getAreas().stream()
                .flatMap(area -> area.getGoals().stream())
                .filter(goal -> goal.getTarget() != null)
                .forEach(goal -> goal.setTarget(25.0));
        return ((PlanVersions.Taken.New) PlanVersions.of(first).take(second, LocalDate.parse("2026-05-01"))).all();
    }

    @Test
    void a_cell_is_printed_in_the_form_everyone_knows() {
        var json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(CellDocument.of(Cell.of(cell("I05", "2026-03"), new Figure(7, 9)), AS_OF)))
                .isEqualTo("""
                        {"indicator":"I05","version":1,"municipality":"1265","period":"2026-03","num":7,"den":9,\
                        "suppressed":false,"asOf":"2026-04-02T00:00:00Z"}""");
        assertThat(json.writeValueAsString(CellDocument.of(Cell.suppressed(cell("I05", "2026-03")), AS_OF)))
                .isEqualTo("""
                        {"indicator":"I05","version":1,"municipality":"1265","period":"2026-03","num":null,"den":null,\
                        "suppressed":true,"asOf":"2026-04-02T00:00:00Z"}""");
    }

    @Test
    void direct_time_goes_towards_its_twenty_per_cent() {
        has("I08", "2026-01", 900, 10_000);
        has("I08", "2026-02", 1_230, 10_000);

        assertThat(goal(now(), "J4", "I08").latest()).isEqualTo(latest("2026-02", 1_230, 10_000, 12.3, "PERCENT"));
        assertThat(goal(now(), "J4", "I08").reached()).isFalse();

        has("I08", "2026-03", 2_000, 10_000);
        assertThat(goal(now(), "J4", "I08").reached()).isTrue();
    }

    @Test
    void the_goals_own_period_comes_first_and_what_is_suppressed_is_not_the_latest() {
        has("I08", "2026-Q1", 100, 1_000);
        has("I08", "2026-05", 200, 1_000);
        has("I05", "2026-01", 20, 40);
        has("I05", "2026-02", 2, 4);

        assertThat(goal(now(), "J4", "I08").latest()).isEqualTo(latest("2026-Q1", 100, 1_000, 10.0, "PERCENT"));
        assertThat(goal(now(), "J3", "I05").latest()).isEqualTo(latest("2026-01", 20, 40, 50.0, "PERCENT"));
        assertThat(goal(now(), "J3", "I05").reached()).isNull();
    }

    @Test
    void children_reported_are_per_thousand_beside_the_county_and_lie_in_the_area_whose_goal_they_measure() {
        has("I02", "2025", 300, 3_900);
        exact.put(key("I02", "12", "2025"), new Figure(900, 9_000));
        exact.put(key("I02", "1280", "2025"), new Figure(600, 5_100));

        GoalDocument goal = goal(now(), "J3", "I02");
        assertThat(goal.latest()).isEqualTo(latest("2025", 300, 3_900, 76.92, "PER_1000"));
        assertThat(goal.county()).isEqualTo(latest("2025", 900, 9_000, 100.0, "PER_1000"));
        assertThat(now().areas().stream()
                        .filter(area -> !area.cells().isEmpty())
                        .map(AreaDocument::id))
                .containsExactly("J3");
        assertThat(AreasCsv.of(now()).toString().lines().filter(line -> line.contains("I02")))
                .containsExactly(
                        "1265,1,J3,Säkrad hjälp,Help that is sure,I02,Barn med orosanmälan per år följs,KEEP,,,YEAR,"
                                + "Familjeförvaltningen,2025,300,3900,false,76.92,PER_1000,,2025,100.0,,false,,2026-07-02T00:00:00Z,");
    }

    @Test
    void the_plan_is_the_one_in_force_in_the_period_and_judges_no_figure_from_before_it() {
        has("I08", "2026-Q1", 2_200, 10_000);
        has("I08", "2026-Q3", 2_200, 10_000);

        assertThat(now().version()).isEqualTo(1);
        assertThat(now().validTo()).isEqualTo("2026-07-31");
        assertThat(now().coming()).containsExactly(new AreasDocument.ComingDocument(2, "Ny plan", "2026-08-01"));
        assertThat(goal(now(), "J4", "I08").reached()).isTrue();

        AreasDocument third = in("2026-Q3");
        assertThat(third.version()).isEqualTo(2);
        assertThat(third.coming()).isEmpty();
        assertThat(goal(third, "J4", "I08").target()).isEqualTo(25.0);
        assertThat(goal(third, "J4", "I08").reached()).isFalse();
        assertThat(in("2016").areas()).isEmpty();
        assertThat(in("2016").coming()).hasSize(2);

        asOf = Instant.parse("2026-08-15T00:00:00Z");
        exact.remove(key("I08", "1265", "2026-Q3"));
        assertThat(now().version()).isEqualTo(2);
        assertThat(goal(now(), "J4", "I08").latest()).isNotNull();
        assertThat(goal(now(), "J4", "I08").reached()).isNull();
    }

    @Test
    void what_was_restated_says_since_when() {
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        has("I08", "2026-01", 900, 10_000);
        has("I05", "2026-01", 20, 40);
        has("I06", "2026-01", 20, 40);
        stood.put(key("I08", "1265", "2026-01"), new Stood(new Figure(900, 10_000), Optional.of(april)));
        stood.put(key("I05", "1265", "2026-01"), new Stood(new Figure(21, 40), Optional.of(april)));
        stood.put(key("I06", "1265", "2026-01"), new Stood(new Figure(20, 40), Optional.empty()));

        assertThat(restated("J4", "I08")).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(restated("J3", "I05")).isEqualTo("2026-07-02T00:00:00Z");
        assertThat(restated("J3", "I06")).isEqualTo("null");
    }

    @Test
    void a_municipality_without_a_plan_has_no_areas() {
        var areas = Areas.of("0180", Areas.Asked.NOW, PlanVersions.NONE, figures(), List.of());

        assertThat(areas.areas()).isEmpty();
        assertThat(areas.name()).isEmpty();
        assertThat(areas.version()).isNull();
    }

    private Instant asOf = Instant.parse("2026-07-02T00:00:00Z");
    private final TreeMap<CellKey, Figure> exact = new TreeMap<>();
    private final Map<CellKey, Stood> stood = new HashMap<>();

    private void has(String indicator, String period, long num, long den) {
        exact.put(cell(indicator, period), new Figure(num, den));
    }

    private CountyFigures figures() {
        return new CountyFigures(Catalogue.STANDARD, exact, Optional.of(asOf), stood, ReadFrom.ACTIVE);
    }

    private AreasDocument now() {
        return Areas.of("1265", Areas.Asked.NOW, VERSIONS, figures(), List.of());
    }

    /** As the municipality itself sees a period that has not ended. */
    private AreasDocument in(String period) {
        return Areas.of(
                "1265", new Areas.Asked(Period.parse(period), Optional.empty(), true), VERSIONS, figures(), List.of());
    }

    private String restated(String area, String indicator) {
        return String.valueOf(
                Objects.requireNonNull(goal(now(), area, indicator).latest()).restatedSince());
    }

    private static LatestDocument latest(String period, long num, long den, double value, String unit) {
        return new LatestDocument(period, num, den, value, unit, null);
    }

    private static GoalDocument goal(AreasDocument of, String area, String indicator) {
        return of.areas().stream()
                .filter(each -> each.id().equals(area))
                .flatMap(each -> each.goals().stream())
                .filter(goal -> goal.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static CellKey cell(String indicator, String period) {
        return key(indicator, "1265", period);
    }

    private static CellKey key(String indicator, String municipality, String period) {
        return new CellKey(indicator, 1, municipality, Period.parse(period).orElseThrow());
    }
}
