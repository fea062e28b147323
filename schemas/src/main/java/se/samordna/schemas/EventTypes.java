package se.samordna.schemas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.events.*;
import se.samordna.schemas.EventType.Family;

/** Every event type there is, by owner, as the contract lists them. */
public final class EventTypes {

    private static final Map<String, EventType> BY_NAME = new LinkedHashMap<>();

    static {
        AvroTrust.establish();
        family(
                Family.SHARED,
                ConsentGiven.class,
                ConsentWithdrawn.class,
                SipProposed.class,
                SipRefused.class,
                SipStarted.class,
                SipMeetingHeld.class,
                SipClosed.class,
                Retracted.class,
                IdentityMerged.class);
        family(
                Family.SOCIAL_SERVICES,
                ConcernReportReceived.class,
                ProtectionAssessed.class,
                PreliminaryAssessmentDecided.class,
                PreliminaryAssessmentExtended.class,
                FeedbackGiven.class,
                CaseReviewed.class,
                InvestigationOpened.class,
                InvestigationExtended.class,
                InvestigationClosed.class,
                ChildConversationHeld.class,
                ChildConversationNotPossible.class,
                InstrumentUsed.class,
                RiskAssessed.class,
                SupportDecided.class,
                SupportStarted.class,
                SupportEnded.class,
                SupportDecisionRevoked.class,
                HomeSupportStarted.class,
                HomeSupportRuledOut.class,
                HomeSupportEnded.class,
                PlacementConsidered.class,
                PlacementStarted.class,
                PlacementMoved.class,
                PlacementReviewed.class,
                CustodyConsidered.class,
                PlacementEnded.class,
                SisDischargePlanned.class,
                LvuImmediateCare.class,
                LvuSubmitted.class,
                LvuApplicationFiled.class,
                LvuEnded.class,
                HealthExamNotified.class,
                HousingNotice.class,
                IncomeSupportStarted.class,
                IncomeSupportEnded.class,
                SiblingLinked.class,
                SiblingUnlinked.class,
                SiblingAssessed.class,
                JointVisitDone.class,
                JointVisitDeclined.class,
                YouthMeetingHeld.class,
                OpinionGiven.class,
                CaseworkerAssigned.class,
                CaseworkerUnassigned.class,
                FamilyPlanMade.class,
                FamilyPlanReviewed.class,
                FamilyPlanEnded.class,
                JointCarePlanMade.class,
                LssDecided.class,
                IrmelinCaseRaised.class,
                IrmelinCaseResolved.class,
                SkolFamEnrolled.class,
                SkolFamEnded.class,
                BookPacketSent.class,
                LibrarianVisitHeld.class,
                PeerReviewDone.class,
                JamtbusCaseOpened.class,
                JamtbusCaseClosed.class);
        family(
                Family.SCHOOLS,
                AttendanceReported.class,
                AbsenceInquiryOpened.class,
                AbsenceInquiryClosed.class,
                AttendanceTeamContact.class,
                AttendanceRestored.class,
                Enrolled.class,
                EnrolmentEnded.class,
                StudentHealthMeetingHeld.class,
                EarlySupportStarted.class);
        family(
                Family.REGION,
                BupReferralReceived.class,
                BupContact.class,
                BupTreatmentStarted.class,
                BupClosed.class,
                SelfHarmAssessed.class,
                HealthExamDone.class,
                HealthExamDeclined.class,
                MasDeviationReported.class,
                MasDeviationClosed.class,
                TeamAccepted.class,
                FamilyCentreVisit.class);
        family(Family.POLICE, PoliceIncident.class, YouthCrimeNotified.class, JointVisitRequested.class);
        family(Family.ACTION, AlertAcknowledged.class, AlertClosed.class, AlertSnoozed.class, AlertReopened.class);
    }

    private EventTypes() {}

    /** The header's field of every event. */
    public static final String HEADER = "header";

    /** All event types: shared, then by owner, then the actions. */
    public static List<EventType> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The types of a family, in the order of the contract. */
    public static List<EventType> of(Family family) {
        return BY_NAME.values().stream().filter(type -> type.family() == family).toList();
    }

    /** The type of that simple name, if there is one. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The type of an event.
     *
     * @throws IllegalArgumentException for a record that is no event, such as an alert
     */
    public static EventType of(SpecificRecord event) {
        return named(event.getSchema().getName())
                .filter(type -> type.recordClass() == event.getClass())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no event: " + event.getClass().getName()));
    }

    /** The types an agency may send to its own topic: its own and the shared ones; no actions. */
    public static List<EventType> sentBy(Agency agency) {
        return BY_NAME.values().stream()
                .filter(type -> type.family() != Family.ACTION && type.owners().contains(agency))
                .toList();
    }

    /** The header of an event. */
    public static EventHeader header(SpecificRecord event) {
        return (EventHeader) event.get(0);
    }

    @SafeVarargs
    private static void family(Family family, Class<? extends SpecificRecord>... classes) {
        for (Class<? extends SpecificRecord> type : classes) {
            BY_NAME.put(type.getSimpleName(), new EventType(type.getSimpleName(), type, family));
        }
    }
}
