package se.samordna.rules;

/** What became of a coordinator's action on an alert (rules.md, status). */
public sealed interface ActionEffect {

    /** It changed the alert's status or, a snooze, hides it. */
    record TookEffect() implements ActionEffect {}

    /** It changed nothing, and its sender may see why. */
    record NoEffect(Reason reason) implements ActionEffect {}

    /** Why an action does nothing. */
    enum Reason {
        /** There is no such alert, or not yet, or no longer: it waits. */
        UNKNOWN_ALERT,
        /** The alert is told in full to another agency, which alone may act on it. */
        OTHER_AGENCY,
        /** Its event time is before the alert's beginning, or at or after its end. */
        NOT_IN_FORCE,
        /** Someone acknowledged it before. */
        ALREADY_ACKNOWLEDGED,
        /** Someone closed it before. */
        ALREADY_CLOSED,
        /** There is nothing to reopen. */
        NOT_CLOSED
    }

    ActionEffect TOOK_EFFECT = new TookEffect();

    static ActionEffect none(Reason reason) {
        return new NoEffect(reason);
    }
}
