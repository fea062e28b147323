package se.samordna.indicators.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samordna.rules.Agency;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialCode;
import se.samordna.rules.SocialCode.PlacementKind;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;
import se.samordna.rules.SocialFact.PreliminaryAssessmentExtended;

/** What is told of children in these tests. */
final class Facts {

    private Facts() {}

    static ConcernReportReceived report(String id) {
        return new ConcernReportReceived(
                id, SocialCode.ReporterType.SCHOOL, List.of(SocialCode.ConcernReason.NEGLECT), false);
    }

    static ConcernReportReceived violence(String id) {
        return new ConcernReportReceived(
                id, SocialCode.ReporterType.POLICE, List.of(SocialCode.ConcernReason.VIOLENCE), false);
    }

    static PreliminaryAssessmentDecided decided(String report) {
        return new PreliminaryAssessmentDecided(report, SocialCode.PreliminaryOutcome.NOT_OPEN);
    }

    static PreliminaryAssessmentExtended extended(String report, String until) {
        return new PreliminaryAssessmentExtended(report, LocalDate.parse(until));
    }

    static InvestigationOpened opened(String id) {
        return new InvestigationOpened(id, Optional.empty(), List.of());
    }

    static InvestigationClosed closed(String id) {
        return new InvestigationClosed(id, SocialCode.InvestigationOutcome.NO_SUPPORT);
    }

    static final List<SocialCode.HousingKind> HOUSING = List.of(
            SocialCode.HousingKind.ARREARS,
            SocialCode.HousingKind.DISTURBANCE,
            SocialCode.HousingKind.APPLIED,
            SocialCode.HousingKind.DATE_SET,
            SocialCode.HousingKind.EXECUTED,
            SocialCode.HousingKind.EXECUTED,
            SocialCode.HousingKind.WITHDRAWN,
            SocialCode.HousingKind.RESOLVED,
            SocialCode.HousingKind.REHOUSED);

    static final List<PlacementKind> PLACEMENTS = List.of(PlacementKind.SIS, PlacementKind.SIS, PlacementKind.FOSTER);

    static PlacementStarted placed(String id, PlacementKind kind, boolean schoolAge) {
        return new PlacementStarted(id, kind, SocialCode.PlacementLaw.SOL, schoolAge);
    }

    static PlacementMoved moved(String id, PlacementKind kind, boolean schoolAge) {
        return new PlacementMoved(id, kind, schoolAge);
    }

    static SipStarted sip(String id) {
        return new SipStarted(id, List.of(Agency.SOCIAL_SERVICES, Agency.REGION));
    }

    static AttendanceReported school(String date, int offered, int absent) {
        return new AttendanceReported(LocalDate.parse(date), true, offered, 0, absent);
    }

    static AttendanceReported unreported(String date, int offered, int absent) {
        return new AttendanceReported(LocalDate.parse(date), false, offered, 0, absent);
    }
}
