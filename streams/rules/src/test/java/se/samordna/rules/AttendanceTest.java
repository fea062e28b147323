package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.Retracted;

/** Attendance: packed, deduplicated across weeks, repaired, too late, forgotten. */
class AttendanceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);

    private final Child child = Child.empty(Story.CHILD, Memory.COORDINATION);
    private Instant now = Calendar.end(MONDAY);

    private static AttendanceReported day(LocalDate date, int absent) {
        return new AttendanceReported(date, true, 300, 0, absent);
    }

    private static Event event(int id, Body body, Instant received, Optional<Integer> corrects) {
        Instant at = Instant.parse("2026-01-12T15:00:00Z");
        return new Event(
                Story.id(id),
                Story.CHILD,
                "2380",
                Agency.SCHOOL,
                "urn:skola:1",
                at,
                received,
                Ground.OWN,
                Optional.empty(),
                ProtectedIdentity.NONE,
                corrects.map(Story::id),
                body);
    }

    private Outcome accept(int id, Body body, Instant received, Integer... corrects) {
        return child.accept(
                event(
                        id,
                        body,
                        received,
                        Optional.of(corrects).filter(c -> c.length > 0).map(c -> c[0])),
                now);
    }

    private List<String> lines() {
        TreeSet<String> lines = new TreeSet<>();
        View.all(child, now)
                .attendance(
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2027, 1, 1),
                        (d, m, reported, offered, valid, invalid) ->
                                lines.add(LocalDate.ofEpochDay(d) + " " + invalid + "/" + offered));
        return List.copyOf(lines);
    }

    @Test
    void a_plain_line_is_kept_in_its_week_in_less_than_48_bytes_a_day() {
        for (int d = 0; d < 5; d++) {
            accept(d, day(MONDAY.plusDays(d), 60), Calendar.end(MONDAY.plusDays(d)));
        }
        Dirty dirty = child.drain();
        assertThat(dirty.events()).isEmpty();
        assertThat(dirty.weeks()).hasSize(1);
        int week = dirty.weeks().iterator().next();
        assertThat(child.week(week).orElseThrow().length).isLessThan(5 * 48);
        assertThat(child.drain().nothing()).isTrue();

        Child again = Child.empty(Story.CHILD, Memory.COORDINATION);
        again.restoreWeek(child.week(week).orElseThrow());
        for (int d = 0; d < 5; d++) {
            assertThat(again.find(Story.id(d))).isEqualTo(child.find(Story.id(d)));
        }
    }

    @Test
    void a_copy_is_known_whatever_its_week_and_an_earlier_one_wins() {
        accept(1, day(MONDAY, 60), now);
        assertThat(accept(1, day(MONDAY, 60), now.plusSeconds(9))).isEqualTo(Outcome.DUPLICATE);
        assertThat(accept(1, day(MONDAY.plusWeeks(2), 60), now.plusSeconds(9))).isEqualTo(Outcome.CONFLICT);
        assertThat(lines()).containsExactly("2026-01-12 60/300");
        assertThat(accept(1, day(MONDAY.plusDays(7), 30), now.minusSeconds(9))).isEqualTo(Outcome.CONFLICT);
        assertThat(lines()).containsExactly("2026-01-19 30/300");
        assertThat(accept(1, day(MONDAY, 30), now.minusSeconds(9))).isEqualTo(Outcome.CONFLICT);
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_corrected_line_leaves_its_week_and_may_change_its_day() {
        accept(1, day(MONDAY, 60), now);
        assertThat(accept(2, day(MONDAY.plusDays(1), 30), now, 1)).isEqualTo(Outcome.STORED);
        assertThat(lines()).containsExactly("2026-01-13 30/300");
        assertThat(child.drain().events()).containsExactlyInAnyOrder(Story.id(1), Story.id(2));
        assertThat(child.changes().days()).containsExactly(MONDAY, MONDAY.plusDays(1));
        assertThat(accept(3, new Retracted(Story.id(2), "WRONG"), now)).isEqualTo(Outcome.STORED);
        assertThat(lines()).containsExactly("2026-01-12 60/300");
    }

    @Test
    void later_than_35_days_it_is_as_if_never_sent_and_so_is_a_repair_of_it() {
        Instant late = Calendar.plusDays(Calendar.end(MONDAY), 35);
        now = late;
        assertThat(accept(1, day(MONDAY, 60), late)).isEqualTo(Outcome.TOO_LATE);
        assertThat(lines()).isEmpty();
        assertThat(child.find(Story.id(1))).isEmpty();
        accept(1, day(MONDAY, 60), late.minusMillis(1));
        assertThat(accept(2, day(MONDAY, 30), late, 1)).isEqualTo(Outcome.TOO_LATE);
        assertThat(accept(3, new Retracted(Story.id(1), "WRONG"), late)).isEqualTo(Outcome.TOO_LATE);
        assertThat(lines()).containsExactly("2026-01-12 60/300");
    }

    @Test
    void indicators_wait_longer() {
        Child counted = Child.empty(Story.CHILD, Memory.INDICATORS);
        Instant late = Calendar.plusDays(Calendar.end(MONDAY), 399);
        assertThat(counted.accept(event(1, day(MONDAY, 60), late, Optional.empty()), late))
                .isEqualTo(Outcome.STORED);
    }

    @Test
    void what_may_be_forgotten_is_forgotten_with_all_that_repaired_it() {
        accept(1, day(MONDAY, 60), now);
        accept(2, day(MONDAY, 30), now, 1);
        accept(3, new Retracted(Story.id(2), "WRONG"), now);
        accept(4, day(MONDAY.plusDays(1), 30), now);
        child.drain();
        now = child.forgetAt().orElseThrow();
        child.forget(now);
        assertThat(child.drain().events()).containsExactlyInAnyOrder(Story.id(1), Story.id(2), Story.id(3));
        assertThat(List.of(1, 2, 3, 4))
                .allSatisfy(id -> assertThat(child.find(Story.id(id))).isEmpty());
        assertThat(child.forgetAt()).isEmpty();
        assertThat(accept(2, day(MONDAY, 30), Calendar.end(MONDAY), 1)).isEqualTo(Outcome.FORGOTTEN);
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_year_of_lines_stays_bounded() {
        int id = 0;
        for (int d = 0; d < 400; d++) {
            now = Calendar.end(MONDAY.plusDays(d));
            accept(++id, day(MONDAY.plusDays(d), 60), now);
            child.forget(now);
        }
        assertThat(lines()).hasSizeLessThan(100 + 28 + 7);
        assertThat(child.runs().orElseThrow().length).isLessThan(500);
    }
}
