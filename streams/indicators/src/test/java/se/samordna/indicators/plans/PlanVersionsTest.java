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
    void a_slip_that_lies_far_ahead_locks_nothing_as_whatever_begins_before_it_takes_its_place() {
        PlanVersions slipped =
                ((Taken.New) published(FIRST).take(raised(LocalDate.parse("3027-01-01"), 25), MAY)).all();
        PlanVersions further = ((Taken.New) slipped.take(raised(LocalDate.parse("3028-01-01"), 26), MAY)).all();
        PlanDefinition july = raised(JULY, 30);

        assertThat(further.wrongDay(july, MAY)).isEmpty();
        assertThat(further.wrongNumber(numbered(july, 2))).isEmpty();
        assertThat(further.wrongNumber(numbered(july, 1))).contains("after 1, which holds from 2017-01-01");
        assertThat(further.take(july, MAY)).isInstanceOfSatisfying(Taken.New.class, taken -> {
            assertThat(taken.version().getVersion()).isEqualTo(2);
            assertThat(taken.before().map(PlanDefinition::getVersion)).contains(1);
            assertThat(taken.replaced())
                    .extracting(replaced -> replaced.getValidFrom().getYear())
                    .containsExactly(3027, 3028);
            assertThat(taken.all().all())
                    .extracting(version -> version.getVersion() + " " + version.getValidFrom())
                    .containsExactly("2 2026-07-01", "1 2017-01-01");
        });
    }

    @Test
    void what_is_in_force_is_neither_replaced_nor_overtaken_and_no_version_begins_more_than_ten_years_ahead() {
        PlanVersions both = ((Taken.New) published(FIRST).take(raised(JULY, 25), MAY)).all();

        assertThat(both.wrongDay(raised(LocalDate.parse("2016-12-31"), 30), MAY))
                .contains("2017-01-01 or later, as version 1 holds from that day");
        assertThat(both.take(raised(LocalDate.parse("2016-12-31"), 30), MAY)).isInstanceOf(Taken.Refused.class);
        assertThat(both.wrongDay(raised(MAY.minusDays(1), 30), MAY))
                .contains("2026-05-15 or later, as it takes the place of version 2, which is coming");
        assertThat(both.wrongDay(raised(MAY, 30), MAY)).isEmpty();
        assertThat(both.wrongDay(raised(MAY.plusYears(10), 30), MAY)).isEmpty();
        assertThat(both.wrongDay(raised(MAY.plusYears(10).plusDays(1), 30), MAY))
                .contains("2036-05-15 or earlier, within 10 years");
    }

    @Test
    void a_plan_of_which_none_is_in_force_yet_may_be_given_an_earlier_day_even_one_that_has_passed() {
        PlanVersions coming = ((Taken.New) PlanVersions.NONE.take(raised(JULY, 25), MAY)).all();
        PlanDefinition earlier = raised(LocalDate.parse("2026-01-01"), 25);

        assertThat(coming.wrongDay(earlier, MAY)).isEmpty();
        assertThat(coming.take(earlier, MAY)).isInstanceOfSatisfying(Taken.New.class, taken -> {
            assertThat(taken.version().getVersion()).isEqualTo(1);
            assertThat(taken.restated(MAY)).isEmpty();
            assertThat(taken.all().all()).hasSize(1);
        });
    }

    @Test
    void a_version_that_begins_in_the_past_of_one_in_force_judges_anew_what_that_judged() {
        assertThat(published(FIRST).take(raised(MAY.minusDays(1), 25), MAY))
                .isInstanceOfSatisfying(
                        Taken.New.class,
                        taken -> assertThat(taken.restated(MAY).map(PlanDefinition::getVersion))
                                .contains(1));
        assertThat(published(FIRST).take(raised(MAY, 25), MAY))
                .isInstanceOfSatisfying(
                        Taken.New.class,
                        taken -> assertThat(taken.restated(MAY)).isEmpty());
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

    private static PlanDefinition numbered(PlanDefinition plan, int version) {
        return PlanDefinition.newBuilder(plan).setVersion(version).build();
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
