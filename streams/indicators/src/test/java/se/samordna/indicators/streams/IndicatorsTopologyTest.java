package se.samordna.indicators.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.schemas.Topics;

class IndicatorsTopologyTest {

    private static final Path DESCRIBED = Path.of("topology.txt");

    @TempDir
    Path directory;

    private Running running;

    @BeforeEach
    void start() {
        running = new Running(directory);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void a_correction_eight_months_late_moves_a_report_to_another_month_and_municipality() {
        running.report(1, "2026-01-10", "r1").tick("2026-02-10");
        assertThat(running.cells())
                .containsExactly(
                        "2380|I01|1|2026-01 1/0",
                        "2380|I02|1|2026 1/0",
                        "2380|I02|1|2026-01 1/0",
                        "2380|I02|1|2026-Q1 1/0",
                        "2380|I03|1|2026 0/1",
                        "2380|I03|1|2026-01 0/1",
                        "2380|I03|1|2026-Q1 0/1",
                        "2380|I04|1|2026-01 0/1",
                        "2380|I05|1|2026-01 0/1");

        running.in("1265").correctedReport(1, "2026-09-10", "2025-12-10", "r1");
        assertThat(running.cells())
                .containsExactly(
                        "1265|I01|1|2025-12 1/0",
                        "1265|I02|1|2025 1/0",
                        "1265|I02|1|2025-12 1/0",
                        "1265|I02|1|2025-Q4 1/0",
                        "1265|I03|1|2025 0/1",
                        "1265|I03|1|2025-12 0/1",
                        "1265|I03|1|2025-Q4 0/1",
                        "1265|I04|1|2025-12 0/1",
                        "1265|I05|1|2025-12 0/1");
    }

    @Test
    void a_tick_alone_brings_what_is_due_and_a_retraction_takes_all_of_it_out() {
        running.report(1, "2026-01-10", "r1").tick("2026-01-24 23:59:59");
        assertThat(running.cells()).noneMatch(cell -> cell.contains("I05"));

        running.tick("2026-01-25 00:00:00");
        assertThat(running.cells()).contains("2380|I05|1|2026-01 0/1");

        running.retracted(1, "2026-09-01", "r1");
        assertThat(running.cells()).isEmpty();
    }

    @Test
    void a_measurement_is_kept_and_one_of_no_period_is_a_dead_letter() {
        running.measured("direct-time", "2026-01", 120, 1_000L, "2026-02-01")
                .measured("direct-time", "2026-1", 120, 1_000L, "2026-02-01")
                .tick("2026-02-01 13:00");

        assertThat(running.published()).containsExactly("I08 2380 2026-01 120/1000 as of 2026-02-01T12:00:00Z");
        assertThat(running.deadLetters(Topics.MEASUREMENTS)).isEqualTo(1);
    }

    @Test
    void an_alert_counts_once_it_is_due_and_not_before_whether_or_not_its_child_is_known() {
        running.alert(1, "2026-01-05", "a", "2026-01-10", false, false)
                .alert(2, "2026-01-05", "b", "2026-01-10", false, false)
                .tick("2026-01-10 11:59");
        assertThat(running.cells()).isEmpty();

        running.alert(1, "2026-01-10", "a", "2026-01-10", true, false).tick("2026-01-10 12:00");
        assertThat(running.cells()).containsExactly("2380|I20-R05|1|2026-01 1/2");

        running.in("1265")
                .alert(1, "2026-09-10", "a", "2025-12-10", true, false)
                .alert(2, "2026-09-10", "b", "2026-01-10", false, true);
        assertThat(running.cells()).containsExactly("1265|I20-R05|1|2025-12 1/1");
    }

    @Test
    void what_the_rules_tell_moves_no_clock() {
        running.report(1, "2026-01-10", "r1").alert(1, "2026-06-01", "a", "2026-06-01", true, false);

        assertThat(running.cells()).noneMatch(cell -> cell.contains("I20") || cell.contains("I05"));
    }

    @Test
    void a_bad_record_of_what_the_rules_tell_is_a_dead_letter_since_nobody_else_reads_it() {
        running.raw(Topics.CONTRIBUTIONS, Headers.child(1).toString(), new byte[] {1, 2, 3}, "2026-01-01")
                .alert(1, "2026-01-10", "a", "2026-01-10", true, false)
                .tick("2026-01-10");

        assertThat(running.deadLetters(Topics.CONTRIBUTIONS)).isEqualTo(1);
        assertThat(running.cells()).containsExactly("2380|I20-R05|1|2026-01 1/1");
    }

    @Test
    void what_coordination_accounts_for_is_held_against_what_was_taken_here() {
        running.report(1, "2026-01-10", "r1").report(1, "2026-01-11", "r1").report(2, "2026-01-10", "r2");
        running.in("2303").report(3, "2026-02-10", "r3").in("2380").tick("2026-02-11");
        assertThat(running.zeroLoss())
                .containsExactly("2303|I29-SOCIAL_SERVICES|1|2026-02 0/1", "2380|I29-SOCIAL_SERVICES|1|2026-01 0/2");

        running.accounted("2026-01", 0, 2, "2026-02-11").accounted("2026-01", 3, 1, "2026-02-11");
        assertThat(running.zeroLoss()).contains("2380|I29-SOCIAL_SERVICES|1|2026-01 3/2");

        running.accounted("2026-01", 3, 0, "2026-02-12").accounted("2026-01", 0, 2, "2026-02-12");
        running.accounted("2026-02-10", 0, 1, "2026-02-12");
        assertThat(running.zeroLoss())
                .containsExactly("2303|I29-SOCIAL_SERVICES|1|2026-02 0/1", "2380|I29-SOCIAL_SERVICES|1|2026-01 2/2");
    }

    @Test
    void what_coordination_cannot_have_said_is_a_dead_letter_and_moves_nothing() {
        running.accounted("2026-03", 0, -5, "2026-03-10")
                .accounted("2026-Q1", 0, 5, "2026-03-10")
                .accounted("2026-03/R12", 0, 5, "2026-03-10")
                .accounted("2026-03", -1, 5, "2026-03-10")
                .accounted("2026-03-10", 0, 5, "2026-03-10");

        assertThat(running.deadLetters(Topics.RECEIPTS))
                .as("all but that of a day")
                .isEqualTo(4);
        assertThat(running.zeroLoss()).isEmpty();
    }

    @Test
    void what_is_not_accounted_for_yet_is_told_as_lost_only_when_coordination_is_long_past_it() {
        IntStream.rangeClosed(1, 30).forEach(child -> running.report(child, "2026-01-10", "r" + child));
        running.in("2303").report(31, "2026-01-10", "r31").in("2380"); // one alone, which is printed as suppressed
        running.accounted("2026-01", 0, 20, "2026-01-10").accounted("2026-01", 1, 5, "2026-02-10");
        running.tick("2026-02-01 00:00:00");
        assertThat(running.publishedZeroLoss()).isEmpty();

        running.tick("2026-03-01 00:00:00");
        assertThat(running.publishedZeroLoss())
                .as("of one partition coordination has not read January to its end")
                .isEmpty();

        running.accounted("2026-02", 0, 0, "2026-02-20").tick("2026-04-01 00:00:00");
        assertThat(running.publishedZeroLoss())
                .containsExactlyInAnyOrder(
                        "I29-SOCIAL_SERVICES 2303 2026-01 suppressed as of 2026-03-31T22:00:00Z",
                        "I29-SOCIAL_SERVICES 2380 2026-01 25/30 as of 2026-03-31T22:00:00Z");

        running.accounted("2026-01", 0, 25, "2026-04-10").tick("2026-05-01 00:00:00");
        assertThat(running.publishedZeroLoss())
                .containsExactly(
                        "I29-SOCIAL_SERVICES 2380 2026-01 30/30 as of 2026-04-30T22:00:00Z",
                        "I29-SOCIAL_SERVICES 2380 2026-Q1 30/30 as of 2026-04-30T22:00:00Z");
    }

    @Test
    void a_partition_in_which_nothing_happens_is_not_waited_for_longer_than_a_quarter() {
        IntStream.rangeClosed(1, 30).forEach(child -> running.report(child, "2026-01-10", "r" + child));
        running.accounted("2026-01", 0, 25, "2026-01-10").tick("2026-04-01 00:00:00");
        assertThat(running.publishedZeroLoss()).isEmpty();

        running.tick("2026-05-01 00:00:00");
        assertThat(running.publishedZeroLoss())
                .containsExactly("I29-SOCIAL_SERVICES 2380 2026-01 25/30 as of 2026-04-30T22:00:00Z");
    }

    @Test
    void a_bad_record_of_a_child_is_counted_and_left_to_coordination() {
        running.raw(Topics.SCHOOL_EVENTS, Headers.child(1).toString(), new byte[] {1, 2, 3}, "2026-01-01")
                .report(1, "2026-01-10", "r1");

        assertThat(running.cells()).hasSize(7);
        assertThat(running.deadLetters(Topics.SCHOOL_EVENTS)).isZero();
        assertThat(running.meters.get("samordna.dead.letters").counter().count())
                .isEqualTo(1);
    }

    @Test
    void published_is_told_at_the_first_tick_of_each_local_month_and_then_only_what_changed() {
        IntStream.rangeClosed(1, 30).forEach(child -> running.report(child, "2026-01-10", "r" + child));
        running.measured("population-0-17", "2025", 13_012, null, "2026-01-11")
                .tick("2026-01-31 23:00:00")
                .tick("2026-01-31 23:59:59");
        assertThat(running.published()).isEmpty();

        running.tick("2026-02-01 00:00:00");
        assertThat(running.published())
                .containsExactly(
                        "I01 2380 2026-01 30/13012 as of 2026-01-31T23:00:00Z",
                        "I04 2380 2026-01 0/30 as of 2026-01-31T23:00:00Z",
                        "I05 2380 2026-01 0/30 as of 2026-01-31T23:00:00Z");

        running.tick("2026-02-01 01:00:00").tick("2026-03-01 00:00:00");
        assertThat(running.published()).isEmpty();

        IntStream.rangeClosed(1, 6).forEach(child -> running.retracted(child, "2026-03-05", "r" + child));
        running.tick("2026-03-06").tick("2026-04-01");
        assertThat(running.published())
                .containsExactly(
                        "I01 2380 2026-01 24/13012 as of 2026-04-01T10:00:00Z",
                        "I01 2380 2026-Q1 24/13012 as of 2026-04-01T10:00:00Z",
                        "I04 2380 2026-01 0/24 as of 2026-04-01T10:00:00Z",
                        "I04 2380 2026-Q1 0/24 as of 2026-04-01T10:00:00Z",
                        "I05 2380 2026-01 0/24 as of 2026-04-01T10:00:00Z",
                        "I05 2380 2026-Q1 0/24 as of 2026-04-01T10:00:00Z");
    }

    @Test
    void a_cell_that_changes_after_it_was_first_published_is_known_to_be_restated() {
        IntStream.rangeClosed(1, 30).forEach(child -> running.report(child, "2026-01-10", "r" + child));
        running.tick("2026-02-01 00:00:00").tick("2026-04-01 00:00:00");
        assertThat(running.restated()).isEmpty();

        running.in("2303").correctedReport(1, "2026-09-10", "2026-01-10", "r1").tick("2026-10-01 00:00:00");

        assertThat(running.restated())
                .filteredOn(cell -> cell.contains("|I05|"))
                .containsExactly(
                        "2380|I05|1|2026-01 0/29 since 2026-09-30T22:00:00Z",
                        "2380|I05|1|2026-Q1 0/29 since 2026-09-30T22:00:00Z");
    }

    @Test
    void a_figure_that_has_nothing_left_in_it_does_not_stay_told() {
        IntStream.rangeClosed(1, 30).forEach(child -> running.report(child, "2026-01-10", "r" + child));
        running.tick("2026-02-01 00:00:00");
        assertThat(running.published())
                .containsExactly(
                        "I01 2380 2026-01 suppressed as of 2026-01-31T23:00:00Z",
                        "I04 2380 2026-01 0/30 as of 2026-01-31T23:00:00Z",
                        "I05 2380 2026-01 0/30 as of 2026-01-31T23:00:00Z");

        IntStream.rangeClosed(1, 30).forEach(child -> running.retracted(child, "2026-02-05", "r" + child));
        running.tick("2026-03-01 00:00:00");
        assertThat(running.published())
                .containsExactly(
                        "I04 2380 2026-01 suppressed as of 2026-02-28T23:00:00Z",
                        "I05 2380 2026-01 suppressed as of 2026-02-28T23:00:00Z");

        running.tick("2026-04-01 00:00:00");
        assertThat(running.published()).isEmpty();
    }

    @Test
    void the_topology_is_the_one_that_was_agreed_on() throws IOException {
        String described = Running.topology(directory).describe().toString();
        if (Boolean.getBoolean("samordna.topology.write")) {
            Files.writeString(DESCRIBED, described, StandardCharsets.UTF_8);
        }

        assertThat(described).isEqualTo(Files.readString(DESCRIBED, StandardCharsets.UTF_8));
    }
}
