package se.samordna.rules;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The events of a child that an alert is a function of: those of the types its rule looks at; where agencies are joined,
 * the keys of the gate; the actions on the alert; and every copy, correction and retraction of each, directly or by way
 * of others. From these alone the engine reckons the same alert line as from all of the child's.
 *
 * <p>Only what is not part of the line may differ: of a protected child the types and agencies beside the evidence.
 */
public final class Premises {

    private Premises() {}

    /** The ids among a child's events, in no order. */
    public static Set<UUID> of(Card rule, UUID alertId, Collection<Event> events) {
        Map<UUID, Set<UUID>> tied = new HashMap<>();
        Deque<UUID> open = new ArrayDeque<>();
        for (Event event : events) {
            Copies.repairOf(event).ifPresent(other -> {
                tie(tied, event.eventId(), other);
                tie(tied, other, event.eventId());
            });
            if (isRead(rule, alertId, event)) {
                open.add(event.eventId());
            }
        }
        Set<UUID> all = new HashSet<>();
        while (!open.isEmpty()) {
            UUID id = open.remove();
            if (all.add(id)) {
                open.addAll(tied.getOrDefault(id, Set.of()));
            }
        }
        return all;
    }

    private static boolean isRead(Card rule, UUID alertId, Event event) {
        Body body = event.body();
        return rule.concerns().contains(body.getClass())
                || rule.joins() && Gate.KEYS.contains(body.getClass())
                || rule.crosses() && rule.reads().equals(new Reads.Own(event.agency())) // the last one's municipality
                || body instanceof Action action && action.alertId().equals(alertId);
    }

    private static void tie(Map<UUID, Set<UUID>> tied, UUID one, UUID other) {
        tied.computeIfAbsent(one, _ -> new HashSet<>(2)).add(other);
    }
}
