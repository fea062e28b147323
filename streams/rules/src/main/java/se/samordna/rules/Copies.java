package se.samordna.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The held copies and who repairs whom (rules.md, Effective events).
 *
 * <pre>
 *   root ◀─corrects── a ◀─corrects── b          each event repairs one other; seen from the root they form a tree
 *     ▲               ▲
 *     └─retracts─ r   └─retracts─ s             r removes all, s removes a and b
 * </pre>
 *
 * A disputed copy is as if not seen: what repairs it waits. A Retracted is no root of anything and its own
 * {@code corrects} is not followed, since it is never corrected.
 */
final class Copies {

    private final Map<UUID, Held> held = new HashMap<>();
    private final Map<UUID, List<UUID>> repairs = new HashMap<>();

    Optional<Held> get(UUID id) {
        return Optional.ofNullable(held.get(id));
    }

    Collection<Held> all() {
        return held.values();
    }

    /** Whether anything corrects or retracts this event. */
    boolean isRepaired(UUID id) {
        return !repairs.isEmpty() && repairs.containsKey(id);
    }

    void put(Held copy) {
        UUID id = copy.copy().eventId();
        Held old = held.put(id, copy);
        if (old != null) {
            unlink(old.copy());
        }
        repairOf(copy.copy())
                .ifPresent(
                        x -> repairs.computeIfAbsent(x, k -> new ArrayList<>(1)).add(id));
    }

    void remove(UUID id) {
        Held old = held.remove(id);
        if (old != null) {
            unlink(old.copy());
        }
    }

    private void unlink(Event event) {
        repairOf(event).ifPresent(x -> {
            List<UUID> of = repairs.get(x);
            if (of != null && of.remove(event.eventId()) && of.isEmpty()) {
                repairs.remove(x);
            }
        });
    }

    /** The event that this one corrects or retracts. */
    static Optional<UUID> repairOf(Event event) {
        return event.body() instanceof SharedFact.Retracted r ? Optional.of(r.retracts()) : event.corrects();
    }

    /** The root whose standing an event decides: its own, or by way of the events it repairs; empty while one is unseen. */
    Optional<UUID> rootOf(Event event) {
        UUID id = event.eventId();
        Optional<UUID> next = repairOf(event);
        Set<UUID> seen = new HashSet<>();
        while (next.isPresent()) {
            if (!seen.add(id)) {
                return Optional.empty();
            }
            id = next.get();
            Held target = held.get(id);
            if (target == null || target.disputed()) {
                return Optional.empty();
            }
            if (isRetraction(target.copy())) {
                return Optional.empty(); // never corrected, never retracted
            }
            next = target.copy().corrects();
        }
        return isRetraction(event) && id.equals(event.eventId()) ? Optional.empty() : Optional.of(id);
    }

    /** What stands under an id; {@code late} says which repairs of it came too late to take part. */
    Optional<Event> standing(UUID root, Late late) {
        Held h = held.get(root);
        if (h == null || h.disputed()) {
            return Optional.empty();
        } else if (isRetraction(h.copy())) {
            return Optional.of(h.copy()); // stands for itself: what it says of the child's protection holds
        } else if (h.copy().corrects().isPresent()) {
            return Optional.empty();
        }
        return isRepaired(root) ? winner(h.copy(), late) : Optional.of(h.copy());
    }

    private Optional<Event> winner(Event root, Late late) {
        if (isRetracted(root, root, late)) {
            return Optional.empty();
        }
        Event winner = root;
        List<Event> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Event x = open.removeLast();
            for (Event c : repairsOf(x)) {
                if (counts(x, c) && !late.isLate(root, c) && !isRetracted(root, c, late)) {
                    open.add(c);
                    winner = beats(root, c, winner) ? c : winner;
                }
            }
        }
        return Optional.of(winner);
    }

    private boolean isRetracted(Event root, Event x, Late late) {
        for (Event r : repairsOf(x)) {
            if (isRetraction(r) && r.agency() == x.agency() && !late.isLate(root, r)) {
                return true;
            }
        }
        return false;
    }

    /** An event and all that corrects or retracts it, by way of others too. */
    List<Event> cluster(Event root) {
        List<Event> cluster = new ArrayList<>(List.of(root));
        Set<UUID> seen = new HashSet<>(Set.of(root.eventId()));
        for (int i = 0; i < cluster.size(); i++) {
            for (UUID id : repairs.getOrDefault(cluster.get(i).eventId(), List.of())) {
                Held h = held.get(id);
                if (h != null && seen.add(id)) {
                    cluster.add(h.copy());
                }
            }
        }
        return cluster;
    }

    private List<Event> repairsOf(Event event) {
        List<Event> counted = new ArrayList<>();
        for (UUID id : repairs.getOrDefault(event.eventId(), List.of())) {
            Held h = held.get(id);
            if (h != null && !h.disputed()) {
                counted.add(h.copy());
            }
        }
        return counted;
    }

    // Held against the very event it names: one that does not count opens no way round to the root either.
    private static boolean counts(Event x, Event correction) {
        return correction.agency() == x.agency()
                && correction.body().getClass() == x.body().getClass();
    }

    private static boolean beats(Event root, Event challenger, Event winner) {
        if (winner == root) {
            return true; // whatever a correction's receivedAt, it replaces the root
        }
        int received = challenger.receivedAt().compareTo(winner.receivedAt());
        return received != 0 ? received > 0 : Order.IDS.compare(challenger.eventId(), winner.eventId()) > 0;
    }

    private static boolean isRetraction(Event event) {
        return event.body() instanceof SharedFact.Retracted;
    }

    /** Whether a repair of a root came too late to take part. */
    @FunctionalInterface
    interface Late {
        boolean isLate(Event root, Event repair);
    }
}
