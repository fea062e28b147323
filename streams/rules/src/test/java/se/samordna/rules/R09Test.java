package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SchoolFact.AbsenceInquiryClosed;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** Rising absence (SkolL 7:19a). */
class R09Test {

    private final Story story = new Story();

    @Test
    void a_tenth_of_four_weeks_opens_it_and_regular_attendance_ends_it() {
        story.attends("2026-01-12", "2026-02-06", 0); // 20 days of 300
        story.attends("2026-02-09", "2026-02-10", 300); // 600 of 6000 in 28 days
        assertThat(story.told()).isEmpty();
        story.on("2026-02-11 00:00");
        assertThat(story.told()).containsExactly("SCHOOL R09 OPEN 1 from 2026-02-11 00:00 due 2026-02-25 00:00");
        story.attends("2026-02-11", "2026-03-10", 0); // 10 March: the absence of the 10th falls out of the window
        story.on("2026-03-11 00:00");
        and_nothing_else("SCHOOL R09 RESOLVED 3 from 2026-02-11 00:00 due 2026-02-25 00:00 ended 2026-03-10 00:00");
    }

    @Test
    void more_absence_is_urgent_and_half_is_worst() {
        story.attends("2026-01-12", "2026-02-06", 0);
        story.attends("2026-02-09", "2026-02-12", 300); // 20 %
        story.on("2026-02-13 00:00");
        assertThat(story.told()).containsExactly("SCHOOL R09 OPEN 2 from 2026-02-11 00:00 due 2026-02-25 00:00");
        story.attends("2026-02-13", "2026-02-20", 300); // 10 of 20 days
        story.on("2026-02-21 00:00");
        and_nothing_else("SCHOOL R09 OPEN 3 from 2026-02-11 00:00 due 2026-02-25 00:00");
    }

    @Test
    void an_inquiry_ends_it_and_its_end_begins_it_anew_under_the_same_alert() {
        story.attends("2026-01-12", "2026-02-06", 60);
        story.on("2026-02-07 09:00").says(new AbsenceInquiryOpened("q1"));
        assertThat(story.told())
                .containsExactly(
                        "SCHOOL R09 RESOLVED 3 from 2026-01-14 00:00 due 2026-01-28 00:00" + " ended 2026-02-07 09:00");
        story.on("2026-02-14 09:00").says(new AbsenceInquiryClosed("q1"));
        and_nothing_else("SCHOOL R09 OPEN 2 from 2026-02-14 09:00 due 2026-02-28 09:00");
    }

    @Test
    void days_that_are_too_few_or_not_reported_or_too_late_count_for_nothing() {
        story.attends("2026-01-12", "2026-01-12", 300); // 300 offered minutes are not 600
        story.on("2026-01-13 16:00").says(new AttendanceReported(LocalDate.of(2026, 1, 13), false, 300, 0, 300));
        story.on("2026-02-18 00:00").says(new AttendanceReported(LocalDate.of(2026, 1, 13), true, 300, 0, 300));
        and_nothing_else();
    }

    @Test
    void a_line_that_is_to_come_is_told_in_time_also_when_a_stranger_corrects_or_retracts_it() {
        for (boolean corrected : new boolean[] {true, false}) {
            Story other = new Story();
            other.attends("2026-01-12", "2026-02-06", 0);
            other.on("2026-02-09 16:00");
            // Sent before its time, and then taken on by somebody whose line it is not.
            UUID first = other.saysOf("2026-02-09 18:00", absent("2026-02-09"));
            UUID second = other.saysOf("2026-02-09 18:00", absent("2026-02-09"));
            UUID third = other.saysOf("2026-02-09 18:00", absent("2026-02-09"));
            for (UUID line : List.of(first, second, third)) { // 900 of 6600
                if (corrected) {
                    other.strangerCorrects(line, new AttendanceReported(LocalDate.of(2026, 2, 9), true, 300, 0, 0));
                } else {
                    other.strangerRetracts(line);
                }
            }
            other.on("2026-02-10 00:00");
            assertThat(other.told())
                    .as("corrected: " + corrected)
                    .containsExactly("SCHOOL R09 OPEN 1 from 2026-02-10 00:00 due 2026-02-24 00:00");
        }
    }

    private static AttendanceReported absent(String day) {
        return new AttendanceReported(LocalDate.parse(day), true, 300, 0, 300);
    }

    @Test
    void half_a_year_on_the_days_are_forgotten_and_the_run_is_not() {
        story.attends("2026-01-12", "2026-02-06", 60);
        story.attends("2026-02-09", "2026-04-30", 0);
        story.on("2026-12-01 09:00");
        assertThat(story.child()
                        .week(Attendance.week((int) LocalDate.of(2026, 1, 12).toEpochDay())))
                .isEmpty();
        assertThat(story.child().runs()).isPresent();
        assertThat(story.child().accept(line(LocalDate.of(2026, 1, 12)), story.now()))
                .isEqualTo(Outcome.FORGOTTEN);
        and_nothing_else("SCHOOL R09 RESOLVED 3 from 2026-01-14 00:00 due 2026-01-28 00:00 ended 2026-02-24 00:00");
    }

    private static Event line(LocalDate day) {
        return new Event(
                Story.id(999),
                Story.CHILD,
                "2380",
                Agency.SCHOOL,
                "urn:test",
                Calendar.start(day),
                Calendar.end(day),
                Ground.OWN,
                java.util.Optional.empty(),
                ProtectedIdentity.NONE,
                java.util.Optional.empty(),
                new AttendanceReported(day, true, 300, 0, 300));
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
