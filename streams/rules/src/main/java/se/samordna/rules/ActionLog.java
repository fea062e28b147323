package se.samordna.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.ActionEffect.NoEffect;
import se.samordna.rules.ActionEffect.Reason;

/**
 * All effective actions on a child's alerts, and what became of each: where two coordinators are in conflict, both see
 * whose action counted.
 */
public final class ActionLog {

    private static final Comparator<Acted> IN_ORDER = Comparator.comparing(Acted::action, Order.FACTS);

    private final Map<UUID, Judge.Begun> begun;
    private final Map<UUID, List<Fact<? extends Action>>> actions;

    ActionLog(Map<UUID, Judge.Begun> begun, Map<UUID, List<Fact<? extends Action>>> actions) {
        this.begun = begun;
        this.actions = actions;
    }

    /**
     * What one agency may see, in order: its own actions, and those of others on an alert that it gets in full. Whether an
     * alert that it was never told of exists is not to be found out by acting on a guessed id.
     *
     * @param told what has been told of the child
     */
    public List<Acted> seenBy(Agency asker, Told told) {
        List<Acted> seen = new ArrayList<>();
        for (UUID alertId : actions.keySet()) {
            boolean knows = told.entries().stream()
                    .anyMatch(
                            e -> e.recipient() == asker && e.telling().alertId().equals(alertId));
            for (Acted one : history(alertId).acted()) {
                if (one.action().agency() == asker) {
                    seen.add(knows ? one : unknownUnlessOwn(one));
                } else if (isInFull(alertId, asker)) {
                    seen.add(one);
                }
            }
        }
        seen.sort(IN_ORDER);
        return seen;
    }

    /** The snooze of an alert that counts; empty if there is none. */
    public Optional<Snooze> snooze(UUID alertId) {
        return history(alertId).snooze();
    }

    private ActionHistory history(UUID alertId) {
        List<Fact<? extends Action>> on = actions.getOrDefault(alertId, List.of());
        Optional<Judge.Begun> alert = Optional.ofNullable(begun.get(alertId));
        return alert.map(a -> ActionHistory.of(a.span(), a.inFull(), on))
                .orElseGet(() ->
                        new ActionHistory(on.stream().map(ActionLog::waits).toList(), Optional.empty()));
    }

    private boolean isInFull(UUID alertId, Agency agency) {
        return Optional.ofNullable(begun.get(alertId))
                .filter(a -> a.inFull() == agency)
                .isPresent();
    }

    private static Acted unknownUnlessOwn(Acted one) {
        return one.effect().equals(ActionEffect.none(Reason.OTHER_AGENCY)) ? waits(one.action()) : one;
    }

    private static Acted waits(Fact<? extends Action> action) {
        return new Acted(action, new NoEffect(Reason.UNKNOWN_ALERT));
    }
}
