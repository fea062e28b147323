package se.samordna.indicators.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.measures.ActivityStatus;
import se.samordna.measures.GoalDirection;
import se.samordna.measures.PlanArea;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.yaml.Fault;

class PlanFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"ostersund", "sjobo", "boras"})
    void a_plan_that_comes_with_samordna_has_no_fault(String name) {
        assertThat(PlanFile.builtIn(name)).isInstanceOf(PlanFile.Read.Plan.class);
    }

    @Test
    void the_plans_have_the_areas_of_their_sources_and_nothing_else() {
        assertThat(plan("ostersund").getAreas().stream().map(PlanArea::getId))
                .containsExactly("A1", "A2", "A3", "A4", "A5", "A6", "A7");
        assertThat(plan("sjobo").getAreas().stream().map(PlanArea::getId))
                .containsExactly("J1", "J2", "J3", "J4", "J5");
        assertThat(plan("boras").getAreas().stream().map(PlanArea::getId)).containsExactly("B1", "B2", "B3");
    }

    @Test
    void the_one_numeric_target_is_direct_time_from_ten_to_twenty_per_cent() {
        var targets = PlanFile.BUILT_IN.stream()
                .flatMap(name -> plan(name).getAreas().stream())
                .flatMap(area -> area.getGoals().stream())
                .filter(goal -> goal.getTarget() != null)
                .toList();

        assertThat(targets).singleElement().satisfies(goal -> {
            assertThat(goal.getIndicator()).isEqualTo("I08");
            assertThat(goal.getBaseline()).isEqualTo(10.0);
            assertThat(goal.getTarget()).isEqualTo(20.0);
            assertThat(goal.getDirection()).isEqualTo(GoalDirection.UP);
        });
    }

    @Test
    void every_activity_has_a_status_and_both_languages() {
        assertThat(PlanFile.BUILT_IN.stream()
                        .flatMap(name -> plan(name).getAreas().stream())
                        .flatMap(area -> area.getActivities().stream()))
                .allSatisfy(activity -> {
                    assertThat(activity.getStatus()).isNotEqualTo(ActivityStatus.UNKNOWN);
                    assertThat(activity.getName().getSv()).isNotBlank();
                    assertThat(activity.getName().getEn()).isNotBlank();
                });
    }

    @Test
    void a_file_with_many_mistakes_names_each_with_its_line() {
        assertThat(faults("""
                municipality: "9999"
                name: Plan
                validfrom: 2026-01-01
                areas:
                  - id: J4
                    name: {sv: Direkt tid}
                    goals:
                      - text: Mer direkt tid
                        indicator: I99
                        direction: upp
                        target: tjugo
                        period: quarter
                        owner: ""
                    activities:
                      - name: Direkt tid
                        status: ongoing
                        evidence: SomethingHappened
                  - id: J4
                    name: {sv: A, en: B}
                    goals: none
                    activities: []
                  - id: x
                """))
                .containsExactly(
                        "plan.yaml:1: municipality is 9999, must be a kommunkod such as \"2380\"",
                        "plan.yaml:1: the plan lacks validFrom",
                        "plan.yaml:3: the plan has no field validfrom",
                        "plan.yaml:6: name lacks en",
                        "plan.yaml:9: indicator is I99, must be an indicator such as I05 or M.youth-centre-visits",
                        "plan.yaml:10: direction is upp, must be one of up, down, keep",
                        "plan.yaml:11: target is tjugo, must be a number",
                        "plan.yaml:13: owner is empty",
                        "plan.yaml:15: name must be a mapping with en, sv",
                        "plan.yaml:15: name lacks sv",
                        "plan.yaml:15: name lacks en",
                        "plan.yaml:17: evidence is SomethingHappened, must be an event type, an indicator or a measure",
                        "plan.yaml:18: id is J4, which the plan has twice",
                        "plan.yaml:20: goals must be a list",
                        "plan.yaml:22: an area lacks goals",
                        "plan.yaml:22: an area lacks activities",
                        "plan.yaml:22: id is x, must be a letter and a number such as J4",
                        "plan.yaml:22: an area lacks name");
    }

    @Test
    void what_is_no_yaml_at_all_is_said_so() {
        assertThat(faults("municipality: [")).singleElement().asString().startsWith("plan.yaml:1: is no YAML");
        assertThat(faults("")).containsExactly("plan.yaml:1: the file is empty");
        assertThat(faults("areas")).first().asString().startsWith("plan.yaml:1: the plan must be a mapping with areas");
    }

    private static List<String> faults(String text) {
        return PlanFile.read("plan.yaml", text) instanceof PlanFile.Read.Faulty(var faults)
                ? faults.stream().map(Fault::toString).toList()
                : List.of();
    }

    private static PlanDefinition plan(String name) {
        return ((PlanFile.Read.Plan) PlanFile.builtIn(name)).plan();
    }
}
