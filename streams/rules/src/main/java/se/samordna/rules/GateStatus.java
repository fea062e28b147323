package se.samordna.rules;

/** Whether a fact may be joined with other agencies'. */
public sealed interface GateStatus {

    record Released() implements GateStatus {}

    record Held(Reason reason) implements GateStatus {}

    /** Why a fact is held, as the balance counts it. */
    enum Reason {
        /** Ground NONE. */
        NO_GROUND,
        /** INVESTIGATION_DUTY, and no investigation has been open at or after the event. */
        NO_INVESTIGATION,
        /** No consent is named, or none of that id was given. */
        NO_CONSENT,
        /** The named consent was withdrawn or has run out. */
        CONSENT_ENDED,
        /** The named consent does not cover the agency. */
        CONSENT_NOT_COVERING,
        /** Its event time is after now. */
        NOT_YET,
        /** It repairs an event not seen yet, or its copies dispute each other. */
        WAITS
    }

    GateStatus RELEASED = new Released();

    private static GateStatus held(Reason reason) {
        return new Held(reason);
    }

    GateStatus NO_GROUND = held(Reason.NO_GROUND);
    GateStatus NO_INVESTIGATION = held(Reason.NO_INVESTIGATION);
    GateStatus NO_CONSENT = held(Reason.NO_CONSENT);
    GateStatus CONSENT_ENDED = held(Reason.CONSENT_ENDED);
    GateStatus CONSENT_NOT_COVERING = held(Reason.CONSENT_NOT_COVERING);
    GateStatus NOT_YET = held(Reason.NOT_YET);
    GateStatus WAITS = held(Reason.WAITS);
}
