package se.samordna.rules;

import java.util.Optional;

/** What the region sends: child psychiatry (BUP), health examinations, deviations found by the MAS nurse. */
public sealed interface RegionFact extends Body {

    enum ContactKind {
        FIRST_VISIT,
        FOLLOW_UP,
        URGENT,
        INPATIENT
    }

    enum Risk {
        LOW,
        MEDIUM,
        HIGH
    }

    record BupReferralReceived(String referralId) implements RegionFact {}

    record BupContact(String contactId, ContactKind kind) implements RegionFact {}

    record BupTreatmentStarted(Optional<String> referralId) implements RegionFact {}

    record BupClosed() implements RegionFact {}

    record SelfHarmAssessed(Risk risk) implements RegionFact {}

    record HealthExamDone(Optional<String> placementId) implements RegionFact {}

    record HealthExamDeclined(Optional<String> placementId) implements RegionFact {}

    record MasDeviationReported(String deviationId, String kind) implements RegionFact {}

    record MasDeviationClosed(String deviationId) implements RegionFact {}

    record TeamAccepted() implements RegionFact {}

    record FamilyCentreVisit() implements RegionFact {}
}
