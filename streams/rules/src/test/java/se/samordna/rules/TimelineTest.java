package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.Retracted;

/** What a timeline shows, and what the balance counts of each event. */
class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-01-12T11:00:00Z");

    private final Child child = Child.empty(Story.CHILD, Memory.COORDINATION);

    private Outcome takes(int id, Instant at, Ground ground, Optional<Integer> corrects, Body body) {
        return child.accept(
                new Event(
                        Story.id(id),
                        Story.CHILD,
                        "2380",
                        Bodies.owner(body),
                        "urn:skola:1",
                        at,
                        at,
                        ground,
                        Optional.empty(),
                        ProtectedIdentity.NONE,
                        corrects.map(Story::id),
                        body),
                NOON);
    }

    private void takes(int id, Instant at, Body body) {
        takes(id, at, Ground.OWN, Optional.empty(), body);
    }

    private static AttendanceReported day(int absent) {
        return new AttendanceReported(LocalDate.of(2026, 1, 12), true, 300, 0, absent);
    }

    private List<UUID> shown() {
        return Timeline.of(child, NOON, Agency.SCHOOL).stream()
                .map(entry -> entry.fact().id())
                .toList();
    }

    private Optional<GateStatus> counted(int id) {
        return Timeline.of(child, NOON, Story.id(id));
    }

    @Test
    void it_is_in_order_with_school_days_among_the_rest_and_nothing_of_the_future() {
        takes(3, NOON.minusSeconds(1), new SchoolFact.Enrolled("12345678"));
        takes(2, NOON.minusSeconds(9), day(0));
        takes(1, NOON.minusSeconds(5), new SchoolFact.AbsenceInquiryOpened("a1"));
        takes(4, NOON, day(60));
        takes(5, NOON.plusMillis(1), day(60));
        takes(6, NOON.plusMillis(1), new SchoolFact.EnrolmentEnded());

        assertThat(shown()).containsExactly(Story.id(2), Story.id(1), Story.id(3), Story.id(4));
    }

    @Test
    void of_a_protected_child_the_school_unit_and_the_source_are_left_out_for_the_school_too() {
        takes(1, NOON.minusSeconds(9), new SchoolFact.Enrolled("12345678"));
        takes(2, NOON.minusSeconds(8), day(60));
        assertThat(Timeline.of(child, NOON, Agency.SCHOOL))
                .extracting(e -> e.fact().event().source())
                .containsExactly("urn:skola:1", "urn:skola:1");

        Event secret = Edit.of(child.find(Story.id(2)).orElseThrow())
                .id(Story.id(3))
                .at(NOON.minusSeconds(7))
                .identity(ProtectedIdentity.SECRECY_MARKED)
                .done();
        child.accept(secret, NOON);

        assertThat(Timeline.of(child, NOON, Agency.SCHOOL))
                .extracting(e -> e.fact().event().source())
                .containsExactly("", "", "");
        Fact<?> enrolled = Timeline.of(child, NOON, Agency.SCHOOL).getFirst().fact();
        assertThat(enrolled.body()).isEqualTo(new SchoolFact.Enrolled(""));
        assertThat(enrolled.event().body()).isEqualTo(new SchoolFact.Enrolled(""));
        assertThat(Timeline.of(child, NOON.minusSeconds(8), Agency.SCHOOL))
                .as("before it was said")
                .extracting(e -> e.fact().event().source())
                .containsExactly("urn:skola:1", "urn:skola:1");
    }

    @Test
    void the_balance_counts_what_stands_by_the_gate_and_what_was_replaced_or_taken_back_as_released() {
        takes(1, NOON.minusSeconds(9), Ground.NONE, Optional.empty(), new SchoolFact.AbsenceInquiryOpened("a1"));
        assertThat(counted(1)).contains(GateStatus.NO_GROUND);
        assertThat(counted(9)).isEmpty();

        takes(2, NOON.minusSeconds(8), Ground.OWN, Optional.of(1), new SchoolFact.AbsenceInquiryOpened("a2"));
        assertThat(counted(1)).as("replaced").contains(GateStatus.RELEASED);
        assertThat(counted(2)).contains(GateStatus.RELEASED);

        takes(3, NOON.minusSeconds(7), Ground.NONE, Optional.of(2), new SchoolFact.AbsenceInquiryOpened("a3"));
        assertThat(counted(3))
                .as("the correction that stands, by its own ground")
                .contains(GateStatus.NO_GROUND);
        assertThat(counted(2)).contains(GateStatus.RELEASED);
    }

    @Test
    void what_repairs_an_unknown_event_waits_and_so_do_copies_in_dispute() {
        takes(2, NOON.minusSeconds(8), Ground.OWN, Optional.of(1), new SchoolFact.AbsenceInquiryOpened("a2"));
        takes(4, NOON.minusSeconds(6), new SocialFact.CaseReviewed(true));
        child.accept(
                Edit.of(child.find(Story.id(4)).orElseThrow())
                        .body(new Retracted(Story.id(1), "WRONG"))
                        .id(Story.id(5))
                        .by(Agency.SCHOOL)
                        .done(),
                NOON);
        assertThat(counted(2)).contains(GateStatus.WAITS);
        assertThat(counted(5)).contains(GateStatus.WAITS);

        takes(4, NOON.minusSeconds(6), new SocialFact.CaseReviewed(false));
        assertThat(counted(4)).contains(GateStatus.WAITS);

        takes(1, NOON.minusSeconds(9), new SchoolFact.AbsenceInquiryOpened("a1"));
        assertThat(counted(5)).contains(GateStatus.RELEASED);
        assertThat(counted(2)).contains(GateStatus.RELEASED);
        assertThat(counted(1)).contains(GateStatus.RELEASED);
    }

    @Test
    void a_plain_school_day_counts_by_the_gate_too() {
        takes(1, NOON.minusSeconds(9), Ground.NONE, Optional.empty(), day(0));
        takes(2, NOON.plus(Duration.ofHours(1)), day(0));
        assertThat(counted(1)).contains(GateStatus.NO_GROUND);
        assertThat(counted(2)).contains(GateStatus.NOT_YET);
    }
}
