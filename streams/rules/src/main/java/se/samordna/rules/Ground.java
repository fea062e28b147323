package se.samordna.rules;

/** The legal ground a sender names for an event to be joined with other agencies' (design decision 4; OSL, SoL). */
public enum Ground {
    /** The agency's own work (OSL 10:2). */
    OWN,
    /** Duty to report concern for a child (SoL 19:1). */
    REPORT_DUTY,
    /** Duty to give facts once an investigation is open (SoL 20:6). */
    INVESTIGATION_DUTY,
    /** Needed for care or support of a child (OSL 25:12, 26:9). */
    CHILD_CARE_NEED,
    /** A named consent (OSL 10:1, 12:2). */
    CONSENT,
    /** Crime prevention and joint work around the young (OSL 10:18a–c, 10:21). */
    CRIME_PREVENTION,
    /** None: the event is never joined. */
    NONE;

    /** Whether the gate holds or releases an event of this ground by what else is known of the child. */
    boolean isConditional() {
        return this == INVESTIGATION_DUTY || this == CONSENT;
    }
}
