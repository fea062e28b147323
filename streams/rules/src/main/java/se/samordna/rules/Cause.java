package se.samordna.rules;

/** Why something told was changed or taken back, the weightiest first. Stands in full alerts' tellings and the ledger. */
public enum Cause {
    RETRACTED,
    CORRECTED,
    /** Two copies of one event differ. */
    CONFLICTING_COPIES,
    /** The child is the same as another under a newer id, or no longer is. */
    IDENTITY_MERGED,
    /** A consent was withdrawn, ran out or no longer covers. */
    CONSENT_WITHDRAWN,
    /** An event came, or came into force, that changes what was true before it. */
    LATE_EVENT,
    /** The rules, their settings or the disclosure policy are of another version. */
    RULES_CHANGED
}
