package se.samordna.indicators.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Definitions;
import se.samordna.measures.PlanArea;

/** What the plans are measured by is counted, and what is counted belongs to the plans. */
class PlannedIndicatorsTest {

    @Test
    void every_indicator_a_goal_names_is_counted_for_its_area() {
        List<String> faults = areas().flatMap(area -> area.getGoals().stream()
                        .map(goal -> Definitions.byId(goal.getIndicator())
                                .filter(found ->
                                        found.areas().isEmpty() || found.areas().contains(area.getId()))
                                .map(found -> "")
                                .orElse(area.getId() + " " + goal.getIndicator())))
                .filter(fault -> !fault.isEmpty())
                .toList();

        assertThat(faults).isEmpty();
    }

    @Test
    void every_indicator_has_areas_of_the_plans_and_two_names() {
        var areas = areas().map(PlanArea::getId).collect(Collectors.toSet());

        assertThat(Definitions.all()).hasSizeGreaterThan(30).allSatisfy(definition -> {
            assertThat(definition.areas()).isNotEmpty().allMatch(areas::contains);
            assertThat(definition.name().sv()).isNotBlank();
            assertThat(definition.name().en())
                    .isNotBlank()
                    .isNotEqualTo(definition.name().sv());
        });
    }

    private static Stream<PlanArea> areas() {
        return PlanFile.BUILT_IN.stream()
                .map(PlanFile::builtIn)
                .map(PlanFile.Read.Plan.class::cast)
                .flatMap(read -> read.plan().getAreas().stream());
    }
}
