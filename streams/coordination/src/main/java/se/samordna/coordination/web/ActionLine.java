package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.samordna.rules.Acted;
import se.samordna.rules.Action;
import se.samordna.rules.ActionEffect;
import se.samordna.rules.Child;
import se.samordna.rules.Decide;
import se.samordna.rules.Event;

/**
 * A coordinator's action on an alert and what became of it, so that of two in conflict each sees whose counted.
 *
 * @param source the system that acted; left out of a protected child. No person is named anywhere
 * @param reason of a closing
 * @param until of a snooze, the last local day it hides
 * @param effect TOOK_EFFECT or NO_EFFECT
 * @param why an {@link ActionEffect.Reason}, where it had none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ActionLine(
        UUID eventId,
        UUID alertId,
        String type,
        String agency,
        Optional<String> source,
        Instant occurredAt,
        Optional<String> reason,
        Optional<LocalDate> until,
        String effect,
        Optional<String> why) {

    /** Those the asker may see, oldest first. */
    static List<ActionLine> of(Desk.Found found, Decide decide) {
        Child child = found.child().kept().child();
        Instant now = found.child().now();
        var told = found.child().kept().head().told();
        boolean names = !child.isProtected(now);
        Set<UUID> alerts = Sight.alertIds(found);
        return decide.actions(child, now, told).seenBy(found.asker().agency(), told).stream()
                .filter(one -> !found.asker().isBound()
                        || alerts.contains(one.action().body().alertId())
                        || isTheirs(one, found.asker()))
                .map(one -> of(one, names))
                .toList();
    }

    /** Whether the asker's own people did it; of what was done elsewhere by their agency's they are not told. */
    private static boolean isTheirs(Acted one, Asker asker) {
        Event event = one.action().event();
        return event.agency() == asker.agency() && asker.worksIn(event.municipality());
    }

    /** @param names whether the system that acted is named: not of a protected child */
    static ActionLine of(Acted one, boolean names) {
        Event event = one.action().event();
        Action body = one.action().body();
        Optional<String> why = one.effect() instanceof ActionEffect.NoEffect(var reason)
                ? Optional.of(reason.name())
                : Optional.empty();
        return new ActionLine(
                one.action().id(),
                body.alertId(),
                body.type(),
                event.agency().name(),
                names ? Optional.of(event.source()) : Optional.empty(),
                event.occurredAt(),
                body instanceof Action.AlertClosed closed
                        ? Optional.of(closed.reason().name())
                        : Optional.empty(),
                body instanceof Action.AlertSnoozed snoozed ? Optional.of(snoozed.until()) : Optional.empty(),
                why.isEmpty() ? "TOOK_EFFECT" : "NO_EFFECT",
                why);
    }
}
