package se.samordna.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samordna.rules.Action.AlertAcknowledged;
import se.samordna.rules.Action.AlertClosed;
import se.samordna.rules.Action.AlertReopened;
import se.samordna.rules.Action.AlertSnoozed;
import se.samordna.rules.ActionEffect.Reason;

/**
 * The actions on one alert, in order, with what became of each: of two coordinators who both close it, the second sees
 * that the first was before. {@link Progress} says where they leave the alert.
 *
 * @param snooze the one that counts: the last, unless the alert was reopened after it so that someone looks at it
 */
record ActionHistory(List<Acted> acted, Optional<Snooze> snooze) {

    /**
     * @param inFull the agency that gets the alert in full
     * @param actions on the alert, in order, of any agency
     */
    static ActionHistory of(Span span, Agency inFull, List<Fact<? extends Action>> actions) {
        List<Acted> acted = new ArrayList<>(actions.size());
        Optional<Snooze> snooze = Optional.empty();
        Status status = Status.OPEN;
        for (Fact<? extends Action> action : actions) {
            Optional<Reason> refused = refused(span, inFull, status, action);
            acted.add(new Acted(action, refused.map(ActionEffect::none).orElse(ActionEffect.TOOK_EFFECT)));
            if (refused.isEmpty()) {
                status = Progress.after(status, action.body());
                snooze = switch (action.body()) {
                    case AlertSnoozed s -> Optional.of(new Snooze(s.until(), level(span, action)));
                    case AlertReopened r -> Optional.empty();
                    case AlertAcknowledged a -> snooze;
                    case AlertClosed c -> snooze;
                };
            }
        }
        return new ActionHistory(acted, snooze);
    }

    private static int level(Span span, Fact<? extends Action> snooze) {
        return new Progress(Status.OPEN, snooze.at()).level(span.asOf(snooze.at()));
    }

    // The agency first: when the alert began and ended is not for another's to find out.
    private static Optional<Reason> refused(Span span, Agency inFull, Status status, Fact<? extends Action> action) {
        if (action.agency() != inFull) {
            return Optional.of(Reason.OTHER_AGENCY);
        } else if (action.at().isBefore(span.from()) || !action.at().isBefore(span.to())) {
            return Optional.of(Reason.NOT_IN_FORCE);
        }
        return refused(status, action.body());
    }

    private static Optional<Reason> refused(Status status, Action action) {
        boolean closed = status == Status.CLOSED;
        return switch (action) {
            case AlertReopened r -> closed ? Optional.empty() : Optional.of(Reason.NOT_CLOSED);
            case AlertAcknowledged a when status == Status.ACKNOWLEDGED -> Optional.of(Reason.ALREADY_ACKNOWLEDGED);
            case Action other -> closed ? Optional.of(Reason.ALREADY_CLOSED) : Optional.empty();
        };
    }
}
