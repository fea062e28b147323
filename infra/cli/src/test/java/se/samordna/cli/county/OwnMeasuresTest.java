package se.samordna.cli.county;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.measures.GoalDirection;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the three municipalities with a plan count of their own work in a year, and Ragunda beside them. */
class OwnMeasuresTest {
    private static final Window YEAR = new Window(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 11, 1));
    private static final Municipality OSTERSUND = new Municipality("2380", "Östersund", 13_012);
    private static final List<Municipality> PLANNED =
            List.of(OSTERSUND, new Municipality("1265", "Sjöbo", 3_900), new Municipality("1490", "Borås", 4_000));

    /** A line of a measure. */
    private record Sent(Instant at, JsonNode line) {
        String slot() {
            return line.path("municipality").asString() + line.path("measure").asString() + period();
        }

        Period period() {
            return Period.parse(line.path("period").asString()).orElseThrow();
        }

        double share() {
            return line.path("num").asDouble() / line.path("den").asDouble();
        }
    }

    @Test
    void what_the_plans_name_is_what_there_is_an_amount_of_and_nothing_else() {
        Set<String> named = PLANNED.stream()
                .flatMap(each -> goals(each).stream())
                .map(goal -> goal.getIndicator().substring(2))
                .collect(toSet());

        assertThat(named).hasSize(49).allMatch(measure -> OwnMeasure.of(measure).isPresent());
        assertThat(OwnMeasure.of("population-0-17")).isEmpty();
        assertThat(PLANNED.stream()
                        .flatMap(each -> sent(each).stream())
                        .map(each -> each.line().path("measure").asString()))
                .hasSizeBetween(200, 600)
                .containsAll(named)
                .allMatch(named::contains);
    }

    @Test
    void each_is_sent_as_often_as_its_goal_is_followed_up_and_moves_as_a_plan_that_works() {
        int moved = 0;
        int right = 0;
        for (Municipality municipality : PLANNED) {
            Map<String, List<Sent>> sent = sent(municipality).stream()
                    .collect(groupingBy(each -> each.line().path("measure").asString()));
            for (PlanGoal goal : goals(municipality)) {
                List<Sent> row = sent.getOrDefault(goal.getIndicator().substring(2), List.of()).stream()
                        .sorted(Comparator.comparing(Sent::period).thenComparing(Sent::at))
                        .toList();
                assertThat(row)
                        .allMatch(each -> each.period()
                                .span()
                                .name()
                                .equals(goal.getPeriod().name()));
                double change = row.getLast().share() - row.getFirst().share();
                moved += change == 0 ? 0 : 1;
                right += (goal.getDirection() == GoalDirection.DOWN) == (change < 0) ? 1 : 0;
            }
        }

        assertThat(moved).isBetween(44, 53);
        assertThat(right).isBetween(44, 53);
    }

    @Test
    void a_figure_comes_after_its_period_from_an_office_of_the_municipality_and_those_before_the_year_at_its_start() {
        List<Sent> sent = PLANNED.stream().flatMap(each -> sent(each).stream()).toList();

        assertThat(sent).allSatisfy(each -> {
            assertThat(each.at()).isAfterOrEqualTo(each.period().end()).isBefore(Instant.ofEpochMilli(YEAR.end()));
            assertThat(each.line().path("den").asInt()).isPositive();
            assertThat(each.line().path("num").asInt()).isNotNegative();
            assertThat(each.line().path("source").asString())
                    .matches("urn:samordna:synthetic:"
                            + each.line().path("municipality").asString() + ":(social|school|culture|executive)");
        });
        assertThat(sent.stream().filter(each -> each.period().end().isBefore(Instant.ofEpochMilli(YEAR.start()))))
                .isNotEmpty()
                .allMatch(each -> each.at().toEpochMilli() == YEAR.start()
                        || each.at().isAfter(Instant.ofEpochMilli(YEAR.start())));
    }

    @Test
    void some_periods_are_missing_and_some_are_put_right_under_the_same_id() {
        List<Sent> sent = PLANNED.stream().flatMap(each -> sent(each).stream()).toList();
        Map<String, List<Sent>> slots = sent.stream().collect(groupingBy(Sent::slot));

        List<List<Sent>> putRight =
                slots.values().stream().filter(slot -> slot.size() > 1).toList();
        assertThat(putRight).isNotEmpty().allSatisfy(slot -> {
            assertThat(slot.stream().map(each -> each.line().path("revision").asInt()))
                    .containsExactly(1, 2);
            assertThat(slot.stream()
                            .map(each -> each.line().path("measurementId").asString())
                            .distinct())
                    .hasSize(1);
            assertThat(slot.get(1).at()).isAfter(slot.get(0).at());
        });
        // Eight quarters, of each measure that is counted by quarter, were they all there.
        long quarterly = PLANNED.stream()
                .flatMap(each -> goals(each).stream())
                .filter(goal -> goal.getPeriod().name().equals("QUARTER"))
                .count();
        assertThat(slots.values().stream()
                        .filter(slot -> slot.getFirst().period().span() == Period.Span.QUARTER))
                .hasSizeBetween((int) quarterly * 6, (int) quarterly * 8 - 1);
    }

    @Test
    void a_municipality_without_a_plan_sends_nothing_and_one_seed_gives_one_row_of_figures() {
        assertThat(sent(new Municipality("2303", "Ragunda", 900))).isEmpty();
        assertThat(sent(OSTERSUND)).isEqualTo(sent(OSTERSUND));
    }

    private static List<Sent> sent(Municipality municipality) {
        Ledger ledger = new Ledger();
        new OwnMeasures(1, municipality, YEAR, ledger).tell();
        List<Sent> sent = new ArrayList<>();
        ledger.inOrder()
                .forEach(entry -> sent.add(new Sent(
                        Instant.ofEpochMilli(entry.receivedAt()),
                        JsonMapper.shared().readTree(new String(entry.line(), StandardCharsets.UTF_8)))));
        return sent;
    }

    private static List<PlanGoal> goals(Municipality municipality) {
        return PlanFile.BUILT_IN.stream()
                .flatMap(name -> switch (PlanFile.builtIn(name)) {
                    case PlanFile.Read.Plan(PlanDefinition plan, int _) -> Stream.of(plan);
                    case PlanFile.Read.Faulty _ -> Stream.<PlanDefinition>empty();
                })
                .filter(plan -> plan.getMunicipality().equals(municipality.code()))
                .flatMap(plan -> plan.getAreas().stream())
                .flatMap(area -> area.getGoals().stream())
                .filter(goal -> goal.getIndicator().startsWith("M."))
                .toList();
    }
}
