package se.samordna.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.indicators.publishing.Cell;
import se.samordna.indicators.web.AreasDocument.AreaDocument;
import se.samordna.indicators.web.AreasDocument.GoalDocument;
import se.samordna.indicators.web.AreasDocument.LatestDocument;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.Answer.ReadFrom;
import tools.jackson.databind.json.JsonMapper;

class AreasTest {

    private static final Optional<Instant> AS_OF = Optional.of(Instant.parse("2026-04-02T00:00:00Z"));
    private static final PlanDefinition SJOBO = ((PlanFile.Read.Plan) PlanFile.builtIn("sjobo")).plan();

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
        var areas = areas(printed("I08", "2026-01", 900, 10_000), printed("I08", "2026-02", 1_230, 10_000));

        assertThat(goal(areas, "J4", "I08").latest())
                .isEqualTo(new LatestDocument("2026-02", 1_230, 10_000, 12.3, "PERCENT"));
        assertThat(goal(areas, "J4", "I08").reached()).isFalse();
        assertThat(goal(areas(printed("I08", "2026-03", 2_000, 10_000)), "J4", "I08")
                        .reached())
                .isTrue();
    }

    @Test
    void the_goals_own_period_comes_first_and_what_is_suppressed_is_not_the_latest() {
        var areas = areas(
                printed("I08", "2026-Q1", 100, 1_000),
                printed("I08", "2026-05", 200, 1_000),
                printed("I05", "2026-01", 20, 40),
                CellDocument.of(Cell.suppressed(cell("I05", "2026-02")), AS_OF));

        assertThat(goal(areas, "J4", "I08").latest())
                .isEqualTo(new LatestDocument("2026-Q1", 100, 1_000, 10.0, "PERCENT"));
        assertThat(goal(areas, "J3", "I05").latest()).isEqualTo(new LatestDocument("2026-01", 20, 40, 50.0, "PERCENT"));
        assertThat(goal(areas, "J3", "I05").reached()).isNull();
    }

    @Test
    void children_reported_are_per_thousand_and_lie_in_the_area_whose_goal_they_measure() {
        var areas = areas(printed("I02", "2025", 300, 3_900));

        assertThat(goal(areas, "J3", "I02").latest())
                .isEqualTo(new LatestDocument("2025", 300, 3_900, 76.92, "PER_1000"));
        assertThat(areas.areas().stream()
                        .filter(area -> !area.cells().isEmpty())
                        .map(AreaDocument::id))
                .containsExactly("J3");
    }

    @Test
    void a_municipality_without_a_plan_has_no_areas() {
        var areas = Areas.of("0180", Optional.empty(), List.of(), AS_OF, ReadFrom.ACTIVE, List.of());

        assertThat(areas.areas()).isEmpty();
        assertThat(areas.name()).isEmpty();
    }

    private static AreasDocument areas(CellDocument... cells) {
        return Areas.of("1265", Optional.of(SJOBO), List.of(cells), AS_OF, ReadFrom.ACTIVE, List.of());
    }

    private static GoalDocument goal(AreasDocument of, String area, String indicator) {
        return of.areas().stream()
                .filter(each -> each.id().equals(area))
                .flatMap(each -> each.goals().stream())
                .filter(goal -> goal.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static CellDocument printed(String indicator, String period, long num, long den) {
        return CellDocument.exact(cell(indicator, period), new Figure(num, den), AS_OF);
    }

    private static CellKey cell(String indicator, String period) {
        return new CellKey(indicator, 1, "1265", Period.parse(period).orElseThrow());
    }
}
