package se.samordna.rules;

/** What the police send. */
public sealed interface PoliceFact extends Body {

    enum IncidentKind {
        DOMESTIC_VIOLENCE,
        VIOLENCE,
        NEGLECT,
        SUBSTANCE,
        MISSING,
        OTHER
    }

    record PoliceIncident(String incidentId, IncidentKind kind, boolean childPresent) implements PoliceFact {}

    /** A young person reasonably suspected of crime (LUL 6). */
    record YouthCrimeNotified(String noticeId) implements PoliceFact {}

    record JointVisitRequested(String incidentId) implements PoliceFact {}
}
