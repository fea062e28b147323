package se.samordna.rules;

/** Who sent an event, or who is told an alert. */
public enum Agency {
    SOCIAL_SERVICES,
    SCHOOL,
    REGION,
    POLICE
}
