package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** Rules under other settings than the default. */
class RulesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");
    private static final AbsenceSettings FIFTEEN = new AbsenceSettings(4, 600, 15, 20, 50, 2);

    @Test
    void other_settings_of_a_rule_are_its_alone() {
        Rules rules = Rules.with(Map.of(RuleId.R09, new R09.Settings(2, 10)), FIFTEEN);

        assertThat(rules.all()).hasSameSizeAs(Rules.standard().all()).contains(new R09(new R09.Settings(2, 10)));
        assertThat(rules.all())
                .filteredOn(rule -> rule.card().id() != RuleId.R09)
                .isSubsetOf(Rules.standard().all());
        assertThat(rules.memory()).isEqualTo(new Memory(35, 100, FIFTEEN));
    }

    @Test
    void every_number_and_version_is_in_the_fingerprint_those_of_absence_too() {
        int standard = Rules.standard().fingerprint();

        assertThat(Rules.with(Map.of(), AbsenceSettings.DEFAULT).fingerprint()).isEqualTo(standard);
        assertThat(Rules.with(Map.of(), FIFTEEN).fingerprint()).isNotEqualTo(standard);
        for (Rule rule : Rules.standard().all()) {
            for (SettingNumber number : SettingNumber.of(rule.settings())) {
                Object other = number.value() instanceof Integer n ? n + 1 : LocalTime.MIDNIGHT;
                Rule.Settings changed = SettingNumber.changed(rule.settings(), 1, Map.of(number.name(), other));
                assertThat(Rules.with(Map.of(rule.card().id(), changed), AbsenceSettings.DEFAULT)
                                .fingerprint())
                        .as("%s.%s", rule.card().id(), number.name())
                        .isNotEqualTo(standard);
            }
        }
        assertThat(new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE).isOutdated(standard))
                .isFalse();
        assertThat(new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE).isOutdated(standard + 1))
                .isTrue();
    }

    @Test
    void a_version_tells_that_of_absence_where_absence_is_seen() {
        Rules rules = Rules.with(Map.of(RuleId.R10, new R10.Settings(9_999, 30, 7)), FIFTEEN);

        assertThat(rules.all().stream()
                        .filter(rules::seesAbsence)
                        .map(rule -> rule.card().id() + " " + rules.settingsVersion(rule)))
                .containsExactly("R09 1.4", "R10 9999.4", "R13 1.4");
        assertThat(rules.all().stream().filter(rule -> !rules.seesAbsence(rule)).map(rules::settingsVersion))
                .containsOnly("1");
    }

    @Test
    void an_explanation_says_the_numbers_in_force() {
        Rules rules = Rules.with(Map.of(RuleId.R10, new R10.Settings(2, 45, 7)), FIFTEEN);

        assertThat(rules.all().stream()
                        .filter(rule -> rule.card().id() == RuleId.R10)
                        .map(rule -> rules.explanation(rule).en()))
                .singleElement()
                .asString()
                .contains("at least 15 %", "more than 45 days");
    }

    @Test
    void the_threshold_is_met_at_its_very_per_cent() {
        // Absent from 9 February on: 5, 10, 15 and 20 % of the twenty school days in 28 days.
        Set<LocalDate> away = days("2026-02-09", "2026-02-12");
        assertThat(firstHigh(away, new AbsenceSettings(2, 600, 10, 20, 50, 2))).isEqualTo("2026-02-11 level 1");
        assertThat(firstHigh(away, new AbsenceSettings(2, 600, 11, 20, 50, 2))).isEqualTo("2026-02-12 level 1");
        assertThat(firstHigh(away, new AbsenceSettings(2, 600, 15, 20, 50, 2))).isEqualTo("2026-02-12 level 1");
        assertThat(firstHigh(away, new AbsenceSettings(2, 600, 16, 20, 50, 2))).isEqualTo("2026-02-13 level 2");
        assertThat(firstHigh(away, new AbsenceSettings(2, 600, 10, 10, 50, 2))).isEqualTo("2026-02-11 level 2");
        assertThat(firstHigh(away, new AbsenceSettings(2, 600, 10, 10, 10, 2))).isEqualTo("2026-02-11 level 3");
        assertThat(firstHigh(away, new AbsenceSettings(2, 6_000, 10, 20, 50, 2)))
                .isEqualTo("2026-02-11 level 1");
        assertThat(firstHigh(away, new AbsenceSettings(2, 6_001, 10, 20, 50, 2)))
                .isEqualTo("none");
    }

    @Test
    void what_has_grown_so_many_times_is_urgent() {
        // One day of twenty in the four weeks before, two in the four weeks to 6 March.
        Set<LocalDate> away = days("2026-01-14", "2026-01-14");
        away.addAll(days("2026-03-05", "2026-03-06"));
        assertThat(firstHigh(away, new AbsenceSettings(2, 600, 10, 20, 50, 2))).isEqualTo("2026-03-07 level 2");
        assertThat(firstHigh(away, new AbsenceSettings(2, 600, 10, 20, 50, 3))).isEqualTo("2026-03-07 level 1");
    }

    private static Set<LocalDate> days(String first, String last) {
        return LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .collect(Collectors.toSet());
    }

    private static String firstHigh(Set<LocalDate> away, AbsenceSettings absence) {
        Rules rules = Rules.with(Map.of(), absence);
        Child child = Child.empty(Story.CHILD, rules.memory());
        int id = 0;
        LocalDate last = away.stream().max(LocalDate::compareTo).orElseThrow();
        for (LocalDate day = LocalDate.of(2025, 12, 1); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) {
                child.accept(line(day, away.contains(day) ? 300 : 0, id++), NOW);
            }
        }
        return new Decide(rules, Decide.DEFAULT_NAMESPACE)
                .alerts(child, NOW).stream()
                        .filter(alert -> alert.rule() == RuleId.R09)
                        .map(alert -> Calendar.day(alert.openedAt()) + " level " + level(child, alert))
                        .findFirst()
                        .orElse("none");
    }

    /** That of the run's first day. */
    private static int level(Child child, Alert alert) {
        return child.attendance().runs(NOW).stream()
                .filter(run -> run.from().equals(alert.openedAt()))
                .findFirst()
                .orElseThrow()
                .levels()
                .getFirst()
                .level();
    }

    private static Event line(LocalDate day, int absent, int id) {
        Instant at = day.atTime(14, 0).toInstant(ZoneOffset.UTC);
        return new Event(
                new UUID(4, id),
                Story.CHILD,
                "2380",
                Agency.SCHOOL,
                "urn:test",
                at,
                at.plusSeconds(60),
                Ground.OWN,
                Optional.empty(),
                ProtectedIdentity.NONE,
                Optional.empty(),
                new AttendanceReported(day, true, 300, 0, absent));
    }

    @Test
    void absence_thresholds_rise() {
        assertThat(new AbsenceSettings(2, 600, 10, 10, 10, 2).contradictions()).isEmpty();
        assertThat(new AbsenceSettings(2, 600, 21, 20, 50, 2).contradictions()).hasSize(1);
        assertThat(new AbsenceSettings(2, 600, 10, 51, 50, 2).contradictions()).hasSize(1);
        assertThat(List.of(new R16.Settings(2, 30, 30).contradictions(), new R16.Settings(2, 31, 30).contradictions()))
                .extracting(List::size)
                .containsExactly(0, 1);
    }
}
