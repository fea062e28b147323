package se.samordna.streams;

import java.util.Optional;
import se.samordna.events.BookPacketSent;
import se.samordna.events.CaseReviewed;
import se.samordna.events.CaseworkerAssigned;
import se.samordna.events.CaseworkerUnassigned;
import se.samordna.events.ChildConversationHeld;
import se.samordna.events.ChildConversationNotPossible;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.CustodyConsidered;
import se.samordna.events.FamilyPlanEnded;
import se.samordna.events.FamilyPlanMade;
import se.samordna.events.FamilyPlanReviewed;
import se.samordna.events.FeedbackGiven;
import se.samordna.events.HealthExamNotified;
import se.samordna.events.HomeSupportEnded;
import se.samordna.events.HomeSupportRuledOut;
import se.samordna.events.HomeSupportStarted;
import se.samordna.events.HousingNotice;
import se.samordna.events.IncomeSupportEnded;
import se.samordna.events.IncomeSupportStarted;
import se.samordna.events.InstrumentUsed;
import se.samordna.events.InvestigationClosed;
import se.samordna.events.InvestigationExtended;
import se.samordna.events.InvestigationOpened;
import se.samordna.events.IrmelinCaseRaised;
import se.samordna.events.IrmelinCaseResolved;
import se.samordna.events.JamtbusCaseClosed;
import se.samordna.events.JamtbusCaseOpened;
import se.samordna.events.JointCarePlanMade;
import se.samordna.events.JointVisitDeclined;
import se.samordna.events.JointVisitDone;
import se.samordna.events.LibrarianVisitHeld;
import se.samordna.events.LssDecided;
import se.samordna.events.LvuApplicationFiled;
import se.samordna.events.LvuEnded;
import se.samordna.events.LvuImmediateCare;
import se.samordna.events.LvuSubmitted;
import se.samordna.events.OpinionGiven;
import se.samordna.events.PeerReviewDone;
import se.samordna.events.PlacementConsidered;
import se.samordna.events.PlacementEnded;
import se.samordna.events.PlacementMoved;
import se.samordna.events.PlacementReviewed;
import se.samordna.events.PlacementStarted;
import se.samordna.events.PreliminaryAssessmentDecided;
import se.samordna.events.PreliminaryAssessmentExtended;
import se.samordna.events.ProtectionAssessed;
import se.samordna.events.RiskAssessed;
import se.samordna.events.SiblingAssessed;
import se.samordna.events.SiblingLinked;
import se.samordna.events.SiblingUnlinked;
import se.samordna.events.SisDischargePlanned;
import se.samordna.events.SkolFamEnded;
import se.samordna.events.SkolFamEnrolled;
import se.samordna.events.SupportDecided;
import se.samordna.events.SupportDecisionRevoked;
import se.samordna.events.SupportEnded;
import se.samordna.events.SupportStarted;
import se.samordna.events.YouthMeetingHeld;
import se.samordna.rules.SocialCode;
import se.samordna.rules.SocialFact;

/** What social services send, field by field from its Avro record to the domain. */
final class SocialBodies {

    private SocialBodies() {}

    static void addTo(Bodies bodies) {
        bodies.on(
                ConcernReportReceived.class,
                r -> new SocialFact.ConcernReportReceived(
                        r.getReportId(),
                        SocialCode.ReporterType.valueOf(r.getReporterType().name()),
                        r.getReasons().stream()
                                .map(c -> SocialCode.ConcernReason.valueOf(c.name()))
                                .toList(),
                        r.getFeedbackRequested()));
        bodies.on(
                ProtectionAssessed.class,
                r -> new SocialFact.ProtectionAssessed(Optional.ofNullable(r.getReportId()), r.getImmediateDanger()));
        bodies.on(
                PreliminaryAssessmentDecided.class,
                r -> new SocialFact.PreliminaryAssessmentDecided(
                        r.getReportId(),
                        SocialCode.PreliminaryOutcome.valueOf(r.getOutcome().name())));
        bodies.on(
                PreliminaryAssessmentExtended.class,
                r -> new SocialFact.PreliminaryAssessmentExtended(r.getReportId(), r.getUntil()));
        bodies.on(
                FeedbackGiven.class,
                r -> new SocialFact.FeedbackGiven(
                        r.getReportId(),
                        SocialCode.FeedbackStatus.valueOf(r.getStatus().name())));
        bodies.on(CaseReviewed.class, r -> new SocialFact.CaseReviewed(r.getReasoned()));
        bodies.on(
                InvestigationOpened.class,
                r -> new SocialFact.InvestigationOpened(
                        r.getInvestigationId(), Optional.ofNullable(r.getReportId()), r.getBbicDomains()));
        bodies.on(
                InvestigationExtended.class,
                r -> new SocialFact.InvestigationExtended(r.getInvestigationId(), r.getUntil()));
        bodies.on(
                InvestigationClosed.class,
                r -> new SocialFact.InvestigationClosed(
                        r.getInvestigationId(),
                        SocialCode.InvestigationOutcome.valueOf(r.getOutcome().name())));
        bodies.on(
                ChildConversationHeld.class,
                r -> new SocialFact.ChildConversationHeld(
                        Optional.ofNullable(r.getInvestigationId()), Bodies.count(r.getMinutes())));
        bodies.on(
                ChildConversationNotPossible.class,
                r -> new SocialFact.ChildConversationNotPossible(r.getInvestigationId(), r.getReason()));
        bodies.on(
                InstrumentUsed.class,
                r -> new SocialFact.InstrumentUsed(r.getInstrument(), Optional.ofNullable(r.getInvestigationId())));
        bodies.on(
                RiskAssessed.class,
                r -> new SocialFact.RiskAssessed(r.getInstrument(), Optional.ofNullable(r.getInvestigationId())));
        bodies.on(SupportDecided.class, r -> new SocialFact.SupportDecided(r.getSupportId(), r.getKind()));
        bodies.on(SupportStarted.class, r -> new SocialFact.SupportStarted(r.getSupportId(), r.getKind()));
        bodies.on(SupportEnded.class, r -> new SocialFact.SupportEnded(r.getSupportId(), r.getOutcome()));
        bodies.on(SupportDecisionRevoked.class, r -> new SocialFact.SupportDecisionRevoked(r.getSupportId()));
        bodies.on(HomeSupportStarted.class, r -> new SocialFact.HomeSupportStarted(r.getSupportId()));
        bodies.on(HomeSupportRuledOut.class, r -> new SocialFact.HomeSupportRuledOut(r.getReason()));
        bodies.on(HomeSupportEnded.class, r -> new SocialFact.HomeSupportEnded(r.getSupportId(), r.getOutcome()));
        bodies.on(PlacementConsidered.class, _ -> new SocialFact.PlacementConsidered());
        bodies.on(
                PlacementStarted.class,
                r -> new SocialFact.PlacementStarted(
                        r.getPlacementId(),
                        SocialCode.PlacementKind.valueOf(r.getKind().name()),
                        SocialCode.PlacementLaw.valueOf(r.getLegal().name()),
                        r.getSchoolAge()));
        bodies.on(
                PlacementMoved.class,
                r -> new SocialFact.PlacementMoved(
                        r.getPlacementId(),
                        SocialCode.PlacementKind.valueOf(r.getKind().name()),
                        r.getSchoolAge()));
        bodies.on(PlacementReviewed.class, r -> new SocialFact.PlacementReviewed(r.getPlacementId()));
        bodies.on(CustodyConsidered.class, r -> new SocialFact.CustodyConsidered(r.getPlacementId()));
        bodies.on(PlacementEnded.class, r -> new SocialFact.PlacementEnded(r.getPlacementId()));
        bodies.on(SisDischargePlanned.class, r -> new SocialFact.SisDischargePlanned(r.getPlacementId()));
        bodies.on(LvuImmediateCare.class, _ -> new SocialFact.LvuImmediateCare());
        bodies.on(LvuSubmitted.class, _ -> new SocialFact.LvuSubmitted());
        bodies.on(LvuApplicationFiled.class, _ -> new SocialFact.LvuApplicationFiled());
        bodies.on(LvuEnded.class, _ -> new SocialFact.LvuEnded());
        bodies.on(HealthExamNotified.class, r -> new SocialFact.HealthExamNotified(r.getPlacementId()));
        bodies.on(
                HousingNotice.class,
                r -> new SocialFact.HousingNotice(
                        r.getCaseId(),
                        SocialCode.HousingKind.valueOf(r.getKind().name()),
                        Optional.ofNullable(r.getEvictionDate())));
        bodies.on(IncomeSupportStarted.class, r -> new SocialFact.IncomeSupportStarted(r.getCaseId()));
        bodies.on(IncomeSupportEnded.class, r -> new SocialFact.IncomeSupportEnded(r.getCaseId()));
        bodies.on(SiblingLinked.class, r -> new SocialFact.SiblingLinked(r.getSiblingChildId()));
        bodies.on(SiblingUnlinked.class, r -> new SocialFact.SiblingUnlinked(r.getSiblingChildId()));
        bodies.on(SiblingAssessed.class, _ -> new SocialFact.SiblingAssessed());
        bodies.on(
                JointVisitDone.class,
                r -> new SocialFact.JointVisitDone(r.getIncidentId(), Optional.ofNullable(r.getSupportAccepted())));
        bodies.on(
                JointVisitDeclined.class,
                r -> new SocialFact.JointVisitDeclined(r.getIncidentId(), Optional.ofNullable(r.getSupportAccepted())));
        bodies.on(YouthMeetingHeld.class, r -> new SocialFact.YouthMeetingHeld(r.getNoticeId()));
        bodies.on(OpinionGiven.class, r -> new SocialFact.OpinionGiven(r.getNoticeId()));
        bodies.on(CaseworkerAssigned.class, _ -> new SocialFact.CaseworkerAssigned());
        bodies.on(CaseworkerUnassigned.class, _ -> new SocialFact.CaseworkerUnassigned());
        bodies.on(FamilyPlanMade.class, r -> new SocialFact.FamilyPlanMade(r.getPlanId(), r.getReviewDate()));
        bodies.on(FamilyPlanReviewed.class, r -> new SocialFact.FamilyPlanReviewed(r.getPlanId(), r.getReviewDate()));
        bodies.on(FamilyPlanEnded.class, r -> new SocialFact.FamilyPlanEnded(r.getPlanId()));
        bodies.on(JointCarePlanMade.class, _ -> new SocialFact.JointCarePlanMade());
        bodies.on(LssDecided.class, _ -> new SocialFact.LssDecided());
        bodies.on(IrmelinCaseRaised.class, _ -> new SocialFact.IrmelinCaseRaised());
        bodies.on(IrmelinCaseResolved.class, _ -> new SocialFact.IrmelinCaseResolved());
        bodies.on(SkolFamEnrolled.class, _ -> new SocialFact.SkolFamEnrolled());
        bodies.on(SkolFamEnded.class, _ -> new SocialFact.SkolFamEnded());
        bodies.on(BookPacketSent.class, r -> new SocialFact.BookPacketSent(r.getNumber()));
        bodies.on(LibrarianVisitHeld.class, _ -> new SocialFact.LibrarianVisitHeld());
        bodies.on(PeerReviewDone.class, r -> new SocialFact.PeerReviewDone(r.getScore()));
        bodies.on(JamtbusCaseOpened.class, _ -> new SocialFact.JamtbusCaseOpened());
        bodies.on(JamtbusCaseClosed.class, _ -> new SocialFact.JamtbusCaseClosed());
    }
}
