package se.samordna.indicators.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Definitions;
import se.samordna.measures.ActivityStatus;
import se.samordna.measures.GoalDirection;
import se.samordna.measures.PlanActivity;
import se.samordna.measures.PlanArea;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;

/** PLANS.md says where each row of the source plans lives; it and the plans say the same. */
class PlanRowsTest {

    private static final int ROWS = 68;

    /** A line of the table; a row that lives in two places has two. */
    private record Row(int number, String plan, String area, String activity, List<String> indicators, String shownBy) {

        static Row read(String line) {
            List<String> cells = List.of(line.split("\\|", -1));
            assertThat(cells).as(line).hasSize(10);
            return new Row(
                    Integer.parseInt(cells.get(1)),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    List.of(cells.get(7).split(" ", -1)),
                    cells.get(8));
        }

        boolean livesIn(PlanArea of) {
            return area.equals(of.getId());
        }
    }

    @Test
    void every_row_of_the_source_plans_has_its_line_and_no_other_has() throws IOException {
        assertThat(rows().map(Row::number).distinct())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @Test
    void every_row_is_an_activity_shown_by_what_its_line_says_and_measured_by_goals_of_its_area() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            PlanArea area = area(row).orElseThrow();
            assertThat(area.getActivities())
                    .filteredOn(activity -> activity.getName().getSv().equals(row.activity()))
                    .singleElement()
                    .satisfies(activity -> {
                        assertThat(activity.getEvidence()).isEqualTo(row.shownBy());
                        assertThat(activity.getStatus()).isNotEqualTo(ActivityStatus.UNKNOWN);
                    });
            assertThat(area.getGoals()).extracting(PlanGoal::getIndicator).containsAll(row.indicators());
        });
    }

    @Test
    void no_activity_and_no_goal_of_the_plans_is_made_up() throws IOException {
        List<Row> rows = rows().toList();

        for (String name : PlanFile.BUILT_IN) {
            for (PlanArea area : plan(name).getAreas()) {
                var here = rows.stream()
                        .filter(row -> row.plan().equals(name) && row.livesIn(area))
                        .toList();
                assertThat(here.stream().map(Row::activity))
                        .containsExactlyInAnyOrderElementsOf(area.getActivities().stream()
                                .map(PlanActivity::getName)
                                .map(each -> each.getSv())
                                .toList());
                assertThat(area.getGoals()).allSatisfy(goal -> {
                    boolean ofARow =
                            here.stream().anyMatch(row -> row.indicators().contains(goal.getIndicator()));
                    boolean ofItsDefinition = Definitions.byId(goal.getIndicator())
                            .filter(found -> found.areas().contains(area.getId()))
                            .isPresent();
                    assertThat(ofARow || ofItsDefinition)
                            .as(area.getId() + " " + goal.getIndicator())
                            .isTrue();
                    assertThat(goal.getDirection()).isNotEqualTo(GoalDirection.UNKNOWN);
                    assertThat(goal.getOwner()).isNotBlank();
                });
            }
        }
    }

    @Test
    void every_indicator_is_a_goal_of_each_area_it_belongs_to() {
        var goals = PlanFile.BUILT_IN.stream()
                .flatMap(name -> plan(name).getAreas().stream())
                .flatMap(area -> area.getGoals().stream().map(goal -> area.getId() + " " + goal.getIndicator()))
                .toList();

        assertThat(goals)
                .doesNotHaveDuplicates()
                .containsAll(Definitions.all().stream()
                        // One a rule: they are followed together, not as 26 goals of their own.
                        .filter(definition -> !definition.id().startsWith("I20"))
                        .flatMap(definition -> definition.areas().stream().map(area -> area + " " + definition.id()))
                        .toList());
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("PLANS.md")).stream()
                .filter(line -> line.matches("\\|[0-9].*"))
                .map(Row::read);
    }

    private static Optional<PlanArea> area(Row row) {
        return plan(row.plan()).getAreas().stream().filter(row::livesIn).findFirst();
    }

    private static PlanDefinition plan(String name) {
        return ((PlanFile.Read.Plan) PlanFile.builtIn(name)).plan();
    }
}
