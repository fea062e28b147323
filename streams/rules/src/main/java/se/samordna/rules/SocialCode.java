package se.samordna.rules;

/** The closed codes of social services' events. */
public interface SocialCode {

    enum ReporterType {
        SCHOOL,
        PRESCHOOL,
        POLICE,
        HEALTH,
        DENTAL,
        SOCIAL,
        OTHER_AUTHORITY,
        PRIVATE,
        ANONYMOUS
    }

    enum ConcernReason {
        VIOLENCE,
        NEGLECT,
        PARENT_SUBSTANCE,
        OWN_SUBSTANCE,
        MENTAL_HEALTH,
        SCHOOL_ABSENCE,
        CRIME,
        HONOUR,
        SEXUAL_ABUSE,
        OTHER
    }

    enum PreliminaryOutcome {
        OPEN,
        NOT_OPEN
    }

    enum FeedbackStatus {
        OPENED,
        NOT_OPENED,
        ONGOING
    }

    enum InvestigationOutcome {
        SUPPORT,
        NO_SUPPORT,
        PLACEMENT,
        MOVED
    }

    enum PlacementKind {
        FOSTER,
        RESIDENTIAL,
        SIS,
        EMERGENCY,
        SUPPORTED_HOUSING
    }

    enum PlacementLaw {
        SOL,
        LVU
    }

    enum HousingKind {
        ARREARS,
        DISTURBANCE,
        APPLIED,
        DATE_SET,
        EXECUTED,
        WITHDRAWN,
        RESOLVED,
        REHOUSED
    }
}
