package se.samordna.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What social services send (SoL 2025:400, LVU, JB 12, LUL). The closed codes stand in {@link SocialCode}. */
public sealed interface SocialFact extends Body {

    // Reports of concern (SoL 19:1, 20:1, 20:2)
    record ConcernReportReceived(
            String reportId,
            SocialCode.ReporterType reporterType,
            List<SocialCode.ConcernReason> reasons,
            boolean feedbackRequested)
            implements SocialFact {
        public ConcernReportReceived {
            reasons = List.copyOf(reasons);
        }
    }

    record ProtectionAssessed(Optional<String> reportId, boolean immediateDanger) implements SocialFact {}

    record PreliminaryAssessmentDecided(String reportId, SocialCode.PreliminaryOutcome outcome) implements SocialFact {}

    record PreliminaryAssessmentExtended(String reportId, LocalDate until) implements SocialFact {}

    record FeedbackGiven(String reportId, SocialCode.FeedbackStatus status) implements SocialFact {}

    record CaseReviewed(boolean reasoned) implements SocialFact {}

    // Investigations (SoL 20:3)
    record InvestigationOpened(String investigationId, Optional<String> reportId, List<String> bbicDomains)
            implements SocialFact {
        public InvestigationOpened {
            bbicDomains = List.copyOf(bbicDomains);
        }
    }

    record InvestigationExtended(String investigationId, LocalDate until) implements SocialFact {}

    record InvestigationClosed(String investigationId, SocialCode.InvestigationOutcome outcome) implements SocialFact {}

    record ChildConversationHeld(Optional<String> investigationId, OptionalInt minutes) implements SocialFact {}

    record ChildConversationNotPossible(String investigationId, String reason) implements SocialFact {}

    record InstrumentUsed(String instrument, Optional<String> investigationId) implements SocialFact {}

    record RiskAssessed(String instrument, Optional<String> investigationId) implements SocialFact {}

    // Support
    record SupportDecided(String supportId, String kind) implements SocialFact {}

    record SupportStarted(String supportId, String kind) implements SocialFact {}

    record SupportEnded(String supportId, String outcome) implements SocialFact {}

    record SupportDecisionRevoked(String supportId) implements SocialFact {}

    record HomeSupportStarted(String supportId) implements SocialFact {}

    record HomeSupportRuledOut(String reason) implements SocialFact {}

    record HomeSupportEnded(String supportId, String outcome) implements SocialFact {}

    // Placements (SoL 22, LVU)
    record PlacementConsidered() implements SocialFact {}

    record PlacementStarted(
            String placementId, SocialCode.PlacementKind kind, SocialCode.PlacementLaw legal, boolean schoolAge)
            implements SocialFact {}

    record PlacementMoved(String placementId, SocialCode.PlacementKind kind, boolean schoolAge) implements SocialFact {}

    record PlacementReviewed(String placementId) implements SocialFact {}

    record CustodyConsidered(String placementId) implements SocialFact {}

    record PlacementEnded(String placementId) implements SocialFact {}

    record SisDischargePlanned(String placementId) implements SocialFact {}

    record LvuImmediateCare() implements SocialFact {}

    record LvuSubmitted() implements SocialFact {}

    record LvuApplicationFiled() implements SocialFact {}

    record LvuEnded() implements SocialFact {}

    record HealthExamNotified(String placementId) implements SocialFact {}

    // Housing and income (JB 12:44, UF 16:2)
    record HousingNotice(String caseId, SocialCode.HousingKind kind, Optional<LocalDate> evictionDate)
            implements SocialFact {}

    record IncomeSupportStarted(String caseId) implements SocialFact {}

    record IncomeSupportEnded(String caseId) implements SocialFact {}

    // Siblings
    record SiblingLinked(UUID siblingChildId) implements SocialFact {}

    record SiblingUnlinked(UUID siblingChildId) implements SocialFact {}

    record SiblingAssessed() implements SocialFact {}

    // Joint work
    record JointVisitDone(String incidentId, Optional<Boolean> supportAccepted) implements SocialFact {}

    record JointVisitDeclined(String incidentId, Optional<Boolean> supportAccepted) implements SocialFact {}

    record YouthMeetingHeld(String noticeId) implements SocialFact {}

    record OpinionGiven(String noticeId) implements SocialFact {}

    record CaseworkerAssigned() implements SocialFact {}

    record CaseworkerUnassigned() implements SocialFact {}

    record FamilyPlanMade(String planId, LocalDate reviewDate) implements SocialFact {}

    record FamilyPlanReviewed(String planId, LocalDate reviewDate) implements SocialFact {}

    record FamilyPlanEnded(String planId) implements SocialFact {}

    record JointCarePlanMade() implements SocialFact {}

    record LssDecided() implements SocialFact {}

    record IrmelinCaseRaised() implements SocialFact {}

    record IrmelinCaseResolved() implements SocialFact {}

    // What the plans count
    record SkolFamEnrolled() implements SocialFact {}

    record SkolFamEnded() implements SocialFact {}

    record BookPacketSent(int number) implements SocialFact {}

    record LibrarianVisitHeld() implements SocialFact {}

    record PeerReviewDone(int score) implements SocialFact {}

    record JamtbusCaseOpened() implements SocialFact {}

    record JamtbusCaseClosed() implements SocialFact {}
}
