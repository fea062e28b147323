package se.samordna.streams;

import java.util.Optional;
import se.samordna.events.AbsenceInquiryClosed;
import se.samordna.events.AbsenceInquiryOpened;
import se.samordna.events.AttendanceReported;
import se.samordna.events.AttendanceRestored;
import se.samordna.events.AttendanceTeamContact;
import se.samordna.events.EarlySupportStarted;
import se.samordna.events.Enrolled;
import se.samordna.events.EnrolmentEnded;
import se.samordna.events.StudentHealthMeetingHeld;
import se.samordna.rules.SchoolFact;

/** What schools send, field by field from its Avro record to the domain. */
final class SchoolBodies {

    private SchoolBodies() {}

    static void addTo(Bodies bodies) {
        bodies.on(
                AttendanceReported.class,
                r -> new SchoolFact.AttendanceReported(
                        r.getDate(),
                        r.getIsReported(),
                        r.getOfferedMinutes(),
                        r.getValidAbsenceMinutes(),
                        r.getInvalidAbsenceMinutes()));
        bodies.on(AbsenceInquiryOpened.class, r -> new SchoolFact.AbsenceInquiryOpened(r.getInquiryId()));
        bodies.on(AbsenceInquiryClosed.class, r -> new SchoolFact.AbsenceInquiryClosed(r.getInquiryId()));
        bodies.on(
                AttendanceTeamContact.class,
                r -> new SchoolFact.AttendanceTeamContact(Optional.ofNullable(r.getInquiryId())));
        bodies.on(AttendanceRestored.class, _ -> new SchoolFact.AttendanceRestored());
        bodies.on(Enrolled.class, r -> new SchoolFact.Enrolled(r.getSchoolUnitCode()));
        bodies.on(EnrolmentEnded.class, _ -> new SchoolFact.EnrolmentEnded());
        bodies.on(StudentHealthMeetingHeld.class, _ -> new SchoolFact.StudentHealthMeetingHeld());
        bodies.on(EarlySupportStarted.class, _ -> new SchoolFact.EarlySupportStarted());
    }
}
