package se.samordna.indicators.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.plans.PlanDiff.Change;
import se.samordna.indicators.plans.PlanDiff.Part;
import se.samordna.indicators.plans.PlanDiff.What;
import se.samordna.indicators.plans.PlanVersions.Taken;
import se.samordna.measures.ActivityStatus;
import se.samordna.measures.PlanArea;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;

/** The plan of Sjöbo from 2017, raised from midsummer 2026. */
class PlanVersionsTest {

    private static final LocalDate MAY = LocalDate.parse("2026-05-15");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");
    private static final PlanDefinition FIRST = ((PlanFile.Read.Plan) PlanFile.builtIn("sjobo")).plan();

    @Test
    void a_version_that_lies_ahead_is_coming_and_takes_effect_on_its_day() {
        PlanVersions both = ((Taken.New) published(FIRST).take(raised(JULY, 25), MAY)).all();

        assertThat(both.inForceOn(JULY.minusDays(1)).map(PlanDefinition::getVersion))
                .contains(1);
        assertThat(both.inForceOn(JULY).map(PlanDefinition::getVersion)).contains(2);
        assertThat(both.inForceOn(LocalDate.parse("2016-12-31"))).isEmpty();
        assertThat(both.comingAfter(MAY)).extracting(PlanDefinition::getVersion).containsExactly(2);
        assertThat(both.comingAfter(JULY)).isEmpty();
        assertThat(both.lastDay(both.all().getLast())).contains(LocalDate.parse("2026-06-30"));
        assertThat(both.lastDay(both.all().getFirst())).isEmpty();
        assertThat(PlanVersions.of(both.published().orElseThrow()).all()).isEqualTo(both.all());
    }

    @Test
    void what_lies_ahead_may_be_changed_and_what_is_in_force_may_not() {
        PlanVersions both = ((Taken.New) published(FIRST).take(raised(JULY, 25), MAY)).all();

        assertThat(both.take(raised(JULY, 30), MAY)).isInstanceOfSatisfying(Taken.New.class, taken -> {
            assertThat(taken.version().getVersion()).isEqualTo(2);
            assertThat(taken.before().map(PlanDefinition::getVersion)).contains(2);
            assertThat(taken.all().all()).hasSize(2);
        });
        assertThat(both.take(raised(JULY, 30), JULY)).isInstanceOf(Taken.Refused.class);
        assertThat(both.take(raised(JULY, 25), JULY)).isInstanceOf(Taken.Same.class);
        assertThat(both.take(FIRST, JULY)).isInstanceOf(Taken.Same.class);
        assertThat(PlanVersions.NONE.take(FIRST, MAY)).isInstanceOfSatisfying(Taken.New.class, taken -> {
            assertThat(taken.before()).isEmpty();
            assertThat(taken.version().getVersion()).isEqualTo(1);
        });
    }

    @Test
    void a_record_stands_only_for_a_plan_of_its_own_municipality_with_numbers_as_targets() {
        assertThat(PlanVersions.isPlanOf("1265", FIRST)).isTrue();
        assertThat(PlanVersions.isPlanOf("2380", FIRST)).isFalse();
        assertThat(PlanVersions.isPlanOf(
                        "9999",
                        PlanDefinition.newBuilder(FIRST).setMunicipality("9999").build()))
                .isFalse();
        assertThat(PlanVersions.isPlanOf("1265", raised(JULY, Double.NaN))).isFalse();
        assertThat(PlanVersions.isPlanOf("1265", raised(JULY, Double.POSITIVE_INFINITY)))
                .isFalse();
    }

    @Test
    void a_diff_tells_each_field_that_changed_what_came_and_what_went_and_nothing_else() {
        PlanDefinition next = raised(JULY, 25);
        next.setAreas(next.getAreas().subList(1, next.getAreas().size()));
        PlanArea third = next.getAreas().get(1);
        third.setActivities(third.getActivities().stream()
                .filter(activity -> !activity.getName().getSv().equals("MAS-konsultation"))
                .toList());
        third.getActivities().getFirst().setStatus(ActivityStatus.DONE);

        assertThat(PlanDiff.between(Optional.of(FIRST), next))
                .containsExactly(
                        changed(What.ACTIVITY, "J3", "Ledningssystem", "status", "ONGOING", "DONE"),
                        changed(What.GOAL, "J4", "I08", "target", "20.0", "25.0"),
                        removed(What.AREA, "J1", ""),
                        removed(What.GOAL, "J1", "M.child-rights-policy"),
                        removed(What.GOAL, "J1", "M.child-strategists"),
                        removed(What.GOAL, "J1", "M.child-checklists"),
                        removed(What.GOAL, "J1", "M.impact-analyses"),
                        removed(What.GOAL, "J1", "I07"),
                        removed(What.ACTIVITY, "J1", "Policy barns rättigheter"),
                        removed(What.ACTIVITY, "J1", "6 barnstrateger"),
                        removed(What.ACTIVITY, "J1", "Handlingsplaner, barnchecklistor"),
                        removed(What.ACTIVITY, "J1", "Barnkonsekvensanalys"),
                        removed(What.ACTIVITY, "J3", "MAS-konsultation"));
        assertThat(PlanDiff.between(Optional.of(FIRST), FIRST)).isEmpty();
        assertThat(PlanDiff.between(Optional.empty(), FIRST)).allMatch(Change.Added.class::isInstance);
    }

    private static Change changed(What what, String area, String id, String field, String before, String after) {
        return new Change.Changed(new Part(what, area, id), field, before, after);
    }

    private static Change removed(What what, String area, String id) {
        return new Change.Removed(new Part(what, area, id));
    }

    private static PlanVersions published(PlanDefinition plan) {
        return PlanVersions.of(plan);
    }

    /** With another target of direct time, not numbered. */
    private static PlanDefinition raised(LocalDate from, double target) {
        PlanDefinition next = PlanDefinition.newBuilder(FIRST)
                .setVersion(PlanVersions.NO_NUMBER)
                .setValidFrom(from)
                .setEarlier(List.of())
                .build();
        next.getAreas().stream()
                .flatMap(area -> area.getGoals().stream())
                .filter(goal -> goal.getTarget() != null)
                .forEach((PlanGoal goal) -> goal.setTarget(target));
        return next;
    }
}
