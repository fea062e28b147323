package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samordna.alerts.Alert;
import se.samordna.alerts.AlertStatus;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.ReporterType;
import se.samordna.rules.AbsenceSettings;
import se.samordna.rules.R05;
import se.samordna.rules.Rule;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;

/** The app is started with other settings while its state stands. */
class OtherSettingsTest {

    private static final Rules FIFTEEN_PER_CENT = Rules.with(Map.of(), new AbsenceSettings(2, 600, 15, 20, 50, 2));

    private final County county = new County(1);

    @AfterEach
    void close() {
        county.close();
    }

    @Test
    void a_child_that_nothing_more_comes_of_is_judged_anew_soon_after_the_start() {
        absent(OneChild.CHILD, 300, 2);
        absent(new UUID(7, 7), 300, 6);
        assertThat(county.told()).hasSize(3); // the second child's grew urgent

        county.restart(FIFTEEN_PER_CENT);
        assertThat(county.told()).hasSize(3);
        county.passes(Duration.ofSeconds(1));

        assertThat(since(3))
                .satisfiesExactlyInAnyOrder(
                        alert -> {
                            assertThat(alert.getChildId()).isEqualTo(OneChild.CHILD);
                            assertThat(alert.getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
                            assertThat(alert.getWithdrawnReason()).isEqualTo("RULES_CHANGED");
                        },
                        alert -> {
                            assertThat(alert.getChildId()).isEqualTo(new UUID(7, 7));
                            assertThat(alert.getStatus()).isEqualTo(AlertStatus.WITHDRAWN);
                            assertThat(alert.getSupersededBy()).isNotNull();
                        },
                        alert -> {
                            assertThat(alert.getChildId()).isEqualTo(new UUID(7, 7));
                            assertThat(alert.getStatus()).isEqualTo(AlertStatus.OPEN);
                            assertThat(alert.getSettingsVersion()).isEqualTo("1.2");
                            assertThat(alert.getSupersedes()).hasSize(1);
                        });
        and_nothing_else_however_long_it_runs();
    }

    @Test
    void a_start_with_the_same_settings_tells_nothing() {
        absent(OneChild.CHILD, 300, 2);
        county.restart();
        int before = county.told().size();

        county.passes(Duration.ofSeconds(5)).tick("2026-02-11T00:00:00Z");

        assertThat(county.told()).hasSize(before);
    }

    @Test
    void another_version_of_the_same_numbers_is_told_as_a_new_revision_and_recalls_nothing() {
        absent(OneChild.CHILD, 300, 2);

        county.restart(Rules.with(Map.of(), new AbsenceSettings(3, 600, 10, 20, 50, 2)))
                .passes(Duration.ofSeconds(1));

        assertThat(since(1)).singleElement().satisfies(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.OPEN);
            assertThat(alert.getSettingsVersion()).isEqualTo("1.3");
            assertThat(alert.getRevision()).isEqualTo(2);
        });
        and_nothing_else_however_long_it_runs();
    }

    @Test
    void more_children_than_are_judged_at_once_are_judged_in_turn() {
        int children = 2_500;
        county.tick("2026-02-04T10:00:00Z");
        IntStream.range(0, children).forEach(n -> {
            UUID child = new UUID(9, n);
            for (int i = 0; i < 2; i++) {
                ConcernReportReceived report = new ConcernReportReceived(
                        OneChild.header(2 * n + i, Agency.SOCIAL_SERVICES, "2026-02-04T07:30:00Z"),
                        "r" + i,
                        ReporterType.POLICE,
                        List.of(ConcernReason.NEGLECT),
                        false);
                report.getHeader().setChildId(child);
                county.send(report);
            }
        });
        int before = county.told().size();
        Rule.Settings twoReports = new R05.Settings(2, 2, 365, 2, 30, 3);

        county.restart(Rules.with(Map.of(RuleId.R05, twoReports), AbsenceSettings.DEFAULT));
        county.passes(Duration.ofMillis(500));
        assertThat(county.told()).hasSize(before + 2_000);
        county.passes(Duration.ofMillis(500));

        assertThat(since(before)).hasSize(children).allSatisfy(alert -> {
            assertThat(alert.getRuleId()).isEqualTo("R05");
            assertThat(alert.getSettingsVersion()).isEqualTo("2");
        });
        and_nothing_else_however_long_it_runs();
    }

    /** At school for four weeks, and then so many days not; the last day is judged at its end. */
    private void absent(UUID child, int minutes, int days) {
        LocalDate first = LocalDate.of(2026, 1, 12);
        LocalDate away = LocalDate.of(2026, 2, 9);
        int id = (int) child.getLeastSignificantBits() & 0xff;
        for (LocalDate day = first; day.isBefore(away.plusDays(days)); day = day.plusDays(1)) {
            AttendanceReported line =
                    OneChild.day(day, day.isBefore(away) ? 0 : minutes, 1_000 * id + day.getDayOfYear());
            line.getHeader().setChildId(child);
            if (day.getDayOfWeek().getValue() <= 5 || !day.isBefore(away)) {
                county.send(line);
            }
        }
        county.tick(away.plusDays(days) + "T00:00:00Z");
    }

    private List<Alert> since(int told) {
        return county.told().subList(told, county.told().size()).stream()
                .map(County.Told::record)
                .map(Alert.class::cast)
                .toList();
    }

    private void and_nothing_else_however_long_it_runs() {
        int before = county.told().size();
        county.passes(Duration.ofMinutes(1));
        assertThat(county.told()).hasSize(before);
    }
}
