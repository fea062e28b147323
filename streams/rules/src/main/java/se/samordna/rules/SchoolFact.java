package se.samordna.rules;

import java.time.LocalDate;
import java.util.Optional;

/** What schools send. */
public sealed interface SchoolFact extends Body {

    /**
     * One line of attendance of one local day, in minutes.
     *
     * @param isReported whether the school reported the day; other lines count for nothing
     */
    record AttendanceReported(
            LocalDate date, boolean isReported, int offeredMinutes, int validAbsenceMinutes, int invalidAbsenceMinutes)
            implements SchoolFact {}

    /** An inquiry into repeated or long absence (SkolL 7:19a). */
    record AbsenceInquiryOpened(String inquiryId) implements SchoolFact {}

    record AbsenceInquiryClosed(String inquiryId) implements SchoolFact {}

    record AttendanceTeamContact(Optional<String> inquiryId) implements SchoolFact {}

    record AttendanceRestored() implements SchoolFact {}

    record Enrolled(String schoolUnitCode) implements SchoolFact {}

    record EnrolmentEnded() implements SchoolFact {}

    record StudentHealthMeetingHeld() implements SchoolFact {}

    record EarlySupportStarted() implements SchoolFact {}
}
