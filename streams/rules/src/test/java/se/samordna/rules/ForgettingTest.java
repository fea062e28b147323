package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** What is remembered of school days that have been forgotten: the runs, and that the child is protected. */
class ForgettingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);

    private final Child child = Child.empty(Story.CHILD, Memory.COORDINATION);
    private Instant now = Calendar.start(MONDAY);
    private int ids;

    private UUID day(LocalDate date, int absent, ProtectedIdentity identity, Optional<UUID> corrects) {
        now = Calendar.start(date).plusSeconds(57_600);
        UUID id = Story.id(++ids);
        child.accept(line(id, now, identity, corrects, new AttendanceReported(date, true, 300, 0, absent)), now);
        child.forget(now);
        return id;
    }

    private Event line(UUID id, Instant at, ProtectedIdentity identity, Optional<UUID> corrects, Body body) {
        return new Event(
                id,
                Story.CHILD,
                "2380",
                Agency.SCHOOL,
                "urn:skola:1",
                at,
                now,
                Ground.OWN,
                Optional.empty(),
                identity,
                corrects,
                body);
    }

    private void term(int weeks, int absent) {
        for (int d = 0; d < weeks * 7; d++) {
            if (d % 7 < 5) {
                day(MONDAY.plusDays(d), absent, ProtectedIdentity.NONE, Optional.empty());
            }
        }
    }

    private void forgetAll() {
        now = child.forgetAt().orElseThrow();
        child.forget(now);
    }

    @Test
    void a_child_is_protected_from_when_a_forgotten_day_said_so_and_not_before() {
        term(1, 0);
        day(MONDAY.plusDays(8), 0, ProtectedIdentity.SECRECY_MARKED, Optional.empty());
        Instant said = now;
        day(MONDAY.plusDays(9), 0, ProtectedIdentity.SECRECY_MARKED, Optional.empty());
        assertThat(child.isProtected(said.minusMillis(1))).isFalse();
        assertThat(child.isProtected(said)).isTrue();

        forgetAll();

        assertThat(child.find(Story.id(ids))).isEmpty();
        assertThat(child.isProtected(said.minusMillis(1))).isFalse();
        assertThat(child.isProtected(said)).isTrue();
        assertThat(reread().isProtected(said.minusMillis(1))).isFalse();
        assertThat(reread().isProtected(said)).isTrue();
    }

    @Test
    void and_so_if_it_was_a_correction_that_said_it() {
        UUID plain = day(MONDAY, 0, ProtectedIdentity.NONE, Optional.empty());
        day(MONDAY, 60, ProtectedIdentity.PROTECTED_REGISTRATION, Optional.of(plain));
        Instant said = now;
        day(MONDAY.plusDays(1), 0, ProtectedIdentity.NONE, Optional.empty());

        forgetAll();

        assertThat(child.find(plain)).isEmpty();
        assertThat(child.isProtected(said)).isTrue();
        assertThat(child.isProtected(said.minusMillis(1))).isFalse();
    }

    @Test
    void a_run_goes_on_over_days_that_are_forgotten_under_the_anchor_it_had() {
        term(4, 60);
        Run before = View.all(child, now).runs().getFirst();
        for (int d = 28; d < 28 + 200; d++) {
            if (d % 7 < 5) {
                day(MONDAY.plusDays(d), 60, ProtectedIdentity.NONE, Optional.empty());
            }
        }
        assertThat(child.find(Story.id(1))).as("forgotten").isEmpty();
        assertThat(View.all(child, now).runs())
                .singleElement()
                .satisfies(run -> assertThat(run.from()).isEqualTo(before.from()))
                .satisfies(run -> assertThat(run.anchor()).isEqualTo(before.anchor()))
                .satisfies(run -> assertThat(run.to()).isEqualTo(Span.NEVER));

        for (int d = 228; d < 228 + 60; d++) {
            if (d % 7 < 5) {
                day(MONDAY.plusDays(d), 0, ProtectedIdentity.NONE, Optional.empty());
            }
        }
        assertThat(View.all(child, now).runs())
                .singleElement()
                .satisfies(run -> assertThat(run.to()).isBefore(now));
        assertThat(View.all(child, now).runs())
                .isEqualTo(View.all(reread(), now).runs());
    }

    @Test
    void a_day_whose_line_is_still_to_come_is_not_forgotten_before_it_comes() {
        term(1, 0);
        LocalDate pending = MONDAY.plusDays(7);
        Instant comes = Calendar.start(pending.plusDays(300));
        AttendanceReported ill = new AttendanceReported(pending, true, 300, 0, 60);
        child.accept(line(Story.id(++ids), comes, ProtectedIdentity.NONE, Optional.empty(), ill), now);
        UUID waiting = Story.id(ids);
        now = Calendar.start(pending.plusDays(250));
        child.forget(now);

        assertThat(child.find(Story.id(1))).as("the week before it").isEmpty();
        assertThat(child.find(waiting)).isPresent();
    }

    @Test
    void a_week_tells_when_its_next_line_comes() {
        AttendanceReported ill = new AttendanceReported(MONDAY, true, 300, 0, 60);
        Instant noon = now.plusSeconds(43_200);
        for (Instant at : List.of(noon.plusSeconds(60), noon, noon.minusMillis(1))) {
            child.accept(line(Story.id(++ids), at, ProtectedIdentity.NONE, Optional.empty(), ill), now);
        }
        byte[] week = child.week(week(MONDAY)).orElseThrow();
        assertThat(Child.nextLine(week, now)).contains(noon.minusMillis(1));
        assertThat(Child.nextLine(week, noon.minusMillis(1))).contains(noon);
        assertThat(Child.nextLine(week, noon)).contains(noon.plusSeconds(60));
        assertThat(Child.nextLine(week, noon.plusSeconds(60))).isEmpty();
    }

    private static int week(LocalDate day) {
        return Attendance.week((int) day.toEpochDay());
    }

    /** The child as its saved pieces make it. */
    private Child reread() {
        Child again = Child.empty(Story.CHILD, Memory.COORDINATION);
        for (int w = week(MONDAY) - 1; w < week(MONDAY) + 60; w++) {
            child.week(w).ifPresent(again::restoreWeek);
        }
        child.runs().ifPresent(again::restoreRuns);
        return again;
    }

    @Test
    void of_two_first_records_of_a_day_the_anchor_is_the_first_in_order_held_whole_or_not() {
        term(4, 0);
        LocalDate day = MONDAY.plusDays(28);
        for (int id : List.of(205, 203, 204, 202)) { // at one instant
            record(id, day, Optional.empty(), 600);
        }
        assertThat(anchor()).isEqualTo(Story.id(202));
        record(302, day, Optional.of(202), 600);
        assertThat(anchor()).as("the first is held whole with its correction").isEqualTo(Story.id(202));
        record(303, day, Optional.of(203), 600);
        retract(202);
        assertThat(anchor()).isEqualTo(Story.id(203));
        retract(203);
        assertThat(anchor()).isEqualTo(Story.id(204));
    }

    private UUID anchor() {
        return View.all(child, now).runs().getFirst().anchor().eventId();
    }

    private void retract(int id) {
        SharedFact.Retracted retracted = new SharedFact.Retracted(Story.id(id), "WRONG");
        child.accept(line(Story.id(id + 300), now, ProtectedIdentity.NONE, Optional.empty(), retracted), now);
    }

    private void record(int id, LocalDate date, Optional<Integer> corrects, int absent) {
        now = Calendar.start(date).plusSeconds(57_600);
        AttendanceReported record = new AttendanceReported(date, true, 300, 0, absent);
        child.accept(line(Story.id(id), now, ProtectedIdentity.NONE, corrects.map(Story::id), record), now);
    }
}
