package se.samordna.rules;

import java.time.LocalDate;
import java.util.UUID;

/** What a coordinator does with an alert. One that names an alert not yet there waits for it. */
public sealed interface Action extends Body {

    enum CloseReason {
        HANDLED,
        NOT_NEEDED,
        NOT_USEFUL,
        WRONG
    }

    /** The alert that is acted on. */
    UUID alertId();

    record AlertAcknowledged(UUID alertId) implements Action {}

    record AlertClosed(UUID alertId, CloseReason reason) implements Action {}

    /** Hides the alert in the inbox through {@code until}; changes nothing told. */
    record AlertSnoozed(UUID alertId, LocalDate until) implements Action {}

    record AlertReopened(UUID alertId) implements Action {}
}
