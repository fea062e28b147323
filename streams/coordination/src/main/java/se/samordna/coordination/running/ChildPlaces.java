package se.samordna.coordination.running;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** In which municipalities a child has alerts, and how many; some 150 bytes a child. For one thread. */
final class ChildPlaces {

    private final Map<UUID, Map<String, Integer>> counts = new HashMap<>();

    void add(UUID childId, String municipality) {
        if (!municipality.isEmpty()) {
            counts.computeIfAbsent(childId, _ -> new HashMap<>(2)).merge(municipality, 1, Integer::sum);
        }
    }

    void remove(UUID childId, String municipality) {
        counts.computeIfPresent(childId, (_, places) -> {
            places.computeIfPresent(municipality, (_, count) -> count == 1 ? null : count - 1);
            return places.isEmpty() ? null : places;
        });
    }

    Set<String> of(UUID childId) {
        return Set.copyOf(counts.getOrDefault(childId, Map.of()).keySet());
    }
}
