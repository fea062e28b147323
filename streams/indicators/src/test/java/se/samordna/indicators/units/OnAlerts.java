package se.samordna.indicators.units;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import se.samordna.rules.Action;
import se.samordna.rules.Agency;
import se.samordna.rules.AlertIds;
import se.samordna.rules.Body;
import se.samordna.rules.Decide;
import se.samordna.rules.Event;
import se.samordna.rules.Ground;

/** What coordinators do with the alerts that events may open: most of it theirs to do, and while there is time. */
record OnAlerts(Random random) {

    private static final AlertIds IDS = new AlertIds(Decide.DEFAULT_NAMESPACE);

    /** Whether such an event may open an alert that is recounted. */
    static boolean opens(Body body) {
        return RecountOfAlerts.daysBefore(body) >= 0;
    }

    Action action(Event of, LocalDate until) {
        UUID alert = IDS.id(
                RecountOfAlerts.ruleOf(of.body()), of.childId(), of.eventId().toString());
        return switch (random.nextInt(5)) {
            case 0 -> new Action.AlertReopened(alert);
            case 1 -> new Action.AlertSnoozed(alert, until);
            case 2 -> new Action.AlertClosed(alert, Action.CloseReason.HANDLED);
            default -> new Action.AlertAcknowledged(alert);
        };
    }

    Agency by() {
        return random.nextInt(6) == 0 ? Agency.SCHOOL : Agency.SOCIAL_SERVICES;
    }

    /** The action at an instant not long after the alert on the event would begin. */
    Event inTime(Event action, Event of) {
        int days = Math.max(0, RecountOfAlerts.daysBefore(of.body()));
        int hours = days * 24 + random.nextInt(days == 0 ? 24 : 10 * 24);
        return new Event(
                action.eventId(),
                action.childId(),
                action.municipality(),
                action.agency(),
                action.source(),
                of.occurredAt().plus(Duration.ofHours(hours)),
                action.receivedAt(),
                Ground.OWN,
                Optional.empty(),
                action.protectedIdentity(),
                Optional.empty(),
                action.body());
    }
}
