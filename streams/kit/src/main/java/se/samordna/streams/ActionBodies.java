package se.samordna.streams;

import se.samordna.events.AlertAcknowledged;
import se.samordna.events.AlertClosed;
import se.samordna.events.AlertReopened;
import se.samordna.events.AlertSnoozed;
import se.samordna.rules.Action;

/** What coordinators do, field by field from its Avro record to the domain. */
final class ActionBodies {

    private ActionBodies() {}

    static void addTo(Bodies bodies) {
        bodies.on(AlertAcknowledged.class, r -> new Action.AlertAcknowledged(r.getAlertId()));
        bodies.on(
                AlertClosed.class,
                r -> new Action.AlertClosed(
                        r.getAlertId(), Action.CloseReason.valueOf(r.getReason().name())));
        bodies.on(AlertSnoozed.class, r -> new Action.AlertSnoozed(r.getAlertId(), r.getUntil()));
        bodies.on(AlertReopened.class, r -> new Action.AlertReopened(r.getAlertId()));
    }
}
