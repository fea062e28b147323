package se.samordna.indicators.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.events.Agency;
import se.samordna.events.IdentityMerged;
import se.samordna.schemas.Topics;

/** A girl comes to the country, is known by one id and then by another: the ids tell each other through a topic. */
class TwoIdsTest {

    private static final int OLD = 1;
    private static final int NEW = 2;
    private static final int NEWEST = 3;

    @TempDir
    Path directory;

    @TempDir
    Path other;

    private Running running;
    private Running asOneChild;

    @BeforeEach
    void start() {
        running = new Running(directory);
        asOneChild = new Running(other);
    }

    @AfterEach
    void stop() {
        running.close();
        asOneChild.close();
    }

    @Test
    void a_second_report_is_a_repeated_one_from_the_day_the_ids_are_one_and_until_that_is_taken_back() {
        running.report(OLD, "2026-01-10", "r1").report(NEW, "2026-03-05", "r2").tick("2026-03-06");
        List<String> apart = running.cells();
        assertThat(repeated())
                .containsExactly("2380|I03|1|2026 0/2", "2380|I03|1|2026-01 0/1", "2380|I03|1|2026-03 0/1");

        merged(NEW, "2026-03-10 09:00", "m1", OLD).tick("2026-03-11");
        assertThat(repeated())
                .containsExactly("2380|I03|1|2026 1/1", "2380|I03|1|2026-01 0/1", "2380|I03|1|2026-03 1/1");
        assertThat(running.cells()).contains("2380|I02|1|2026 1/0").doesNotContain("2380|I02|1|2026 2/0");

        running.retracted(NEW, "2026-04-01", "m1").tick("2026-04-02");
        assertThat(without(running.cells(), "I05")).containsExactlyElementsOf(without(apart, "I05"));
        assertThat(running.deadLetters(Topics.INDICATORS_CROSSINGS)).isZero();
    }

    @Test
    void what_comes_late_under_any_of_three_ids_counts_as_if_it_had_one() {
        running.attendance(OLD, "2026-01-12", 300, 300).attendance(NEW, "2026-01-13", 300, 0);
        merged(NEWEST, "2026-02-10", "m2", NEW).tick("2026-02-11");
        merged(NEW, "2026-02-12", "m1", OLD).tick("2026-02-13");
        running.attendance(NEWEST, "2026-02-16", 300, 0)
                .report(OLD, "2026-02-17", "r1")
                .in("1265")
                .correctedReport(NEW, "2026-09-10", "2025-12-10", "r1")
                .tick("2026-09-11");

        asOneChild
                .attendance(OLD, "2026-01-12", 300, 300)
                .attendance(OLD, "2026-01-13", 300, 0)
                .attendance(OLD, "2026-02-16", 300, 0)
                .report(OLD, "2026-02-17", "r1")
                .in("1265")
                .correctedReport(OLD, "2026-09-10", "2025-12-10", "r1")
                .tick("2026-09-11");
        assertThat(running.cells()).containsExactlyElementsOf(asOneChild.cells());
        assertThat(running.cells()).contains("2380|I09|1|2026-01 1/1", "1265|I01|1|2025-12 1/0");
    }

    @Test
    void a_merge_of_next_month_counts_from_next_month_on() {
        running.report(OLD, "2026-01-10", "r1").report(NEW, "2026-01-20", "r2");
        merged(NEW, "2026-01-21", "2026-02-10", "m1", OLD).tick("2026-02-09");
        assertThat(running.cells()).contains("2380|I02|1|2026-01 2/0");

        running.tick("2026-02-10 12:00:01");
        assertThat(running.cells()).contains("2380|I02|1|2026-01 1/0");
    }

    @Test
    void what_cannot_be_read_of_what_ids_tell_each_other_is_our_own_dead_letter() {
        String key = Headers.child(OLD).toString();
        running.raw(Topics.INDICATORS_CROSSINGS, key, new byte[] {7, 7, 7}, "2026-01-10")
                .report(OLD, "2026-01-10", "r1");

        assertThat(running.deadLetters(Topics.INDICATORS_CROSSINGS)).isEqualTo(1);
        assertThat(running.cells()).hasSize(7);
    }

    private List<String> repeated() {
        return running.cells().stream()
                .filter(cell -> cell.contains("|I03|") && !cell.contains("Q"))
                .toList();
    }

    /** But for what only came due since. */
    private static List<String> without(List<String> cells, String indicator) {
        return cells.stream().filter(cell -> !cell.contains(indicator)).toList();
    }

    private Running merged(int child, String at, String name, int old) {
        return merged(child, at, at, name, old);
    }

    private Running merged(int child, String arrives, String at, String name, int old) {
        return running.send(
                Topics.SOCIAL_SERVICES_EVENTS,
                Headers.child(child).toString(),
                new IdentityMerged(
                        Headers.header(child, "2380", arrives, at, name, Agency.SOCIAL_SERVICES, null),
                        Headers.child(old)),
                arrives);
    }
}
