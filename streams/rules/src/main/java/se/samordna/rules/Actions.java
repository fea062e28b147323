package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.samordna.rules.Action.AlertAcknowledged;
import se.samordna.rules.Action.AlertClosed;
import se.samordna.rules.Action.AlertReopened;

/** The effective actions by alert, each alert's in order. Snoozing changes nothing told and is left out. */
final class Actions {

    private static final List<Class<? extends Action>> TYPES =
            List.of(AlertAcknowledged.class, AlertClosed.class, AlertReopened.class);

    private final Map<UUID, List<Fact<? extends Action>>> byAlert = new HashMap<>();

    Actions(Standing standing, Instant now) {
        for (Class<? extends Action> type : TYPES) {
            for (Fact<? extends Action> action : standing.of(type, now)) {
                byAlert.computeIfAbsent(action.body().alertId(), id -> new ArrayList<>(2))
                        .add(action);
            }
        }
        byAlert.values().forEach(actions -> actions.sort(Order.FACTS));
    }

    /** All of them by alert, snoozes too, of any agency, in order. */
    static Map<UUID, List<Fact<? extends Action>>> all(Standing standing, Instant now) {
        Map<UUID, List<Fact<? extends Action>>> all = new HashMap<>();
        for (Class<? extends Action> type :
                List.of(AlertAcknowledged.class, AlertClosed.class, AlertReopened.class, Action.AlertSnoozed.class)) {
            for (Fact<? extends Action> action : standing.of(type, now)) {
                all.computeIfAbsent(action.body().alertId(), id -> new ArrayList<>(2))
                        .add(action);
            }
        }
        all.values().forEach(actions -> actions.sort(Order.FACTS));
        return all;
    }

    List<Fact<? extends Action>> on(UUID alertId, Agency by) {
        List<Fact<? extends Action>> actions = byAlert.getOrDefault(alertId, List.of());
        return actions.isEmpty()
                ? actions
                : actions.stream().filter(a -> a.agency() == by).toList();
    }
}
