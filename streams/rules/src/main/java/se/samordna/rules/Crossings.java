package se.samordna.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What other children told a child, by kind the last of each teller. Immutable; most children have {@link #NONE}.
 *
 * @param numbers of the last of each, also where it took back what was told before: one that is late must not undo that
 */
record Crossings(
        Map<UUID, SiblingTold> siblings,
        Map<UUID, MergedInto> claims,
        Map<UUID, HistoryOf> histories,
        Map<Crossing.Key, Long> numbers) {

    static final Crossings NONE = new Crossings(Map.of(), Map.of(), Map.of(), Map.of());

    private boolean isNothing() {
        return siblings.isEmpty() && claims.isEmpty() && histories.isEmpty() && numbers.isEmpty();
    }

    /** 0 of one that had none, or never came. */
    long number(Crossing.Key key) {
        return numbers.getOrDefault(key, 0L);
    }

    Optional<Crossing> get(Crossing.Key key) {
        return Optional.ofNullable(
                switch (key.kind()) {
                    case SIBLING -> siblings.get(key.child());
                    case MERGE -> claims.get(key.child());
                    case HISTORY -> histories.get(key.child());
                });
    }

    Crossings with(Crossing told, long number) {
        Map<Crossing.Key, Long> numbered = numbers;
        if (number > 0) {
            numbered = new HashMap<>(numbers);
            numbered.put(told.key(), number);
            numbered = Map.copyOf(numbered);
        }
        Crossings changed = switch (told) {
            case SiblingTold s -> new Crossings(with(siblings, s), claims, histories, numbered);
            case MergedInto m -> new Crossings(siblings, with(claims, m), histories, numbered);
            case HistoryOf h -> new Crossings(siblings, claims, with(histories, h), numbered);
        };
        return changed.isNothing() ? NONE : changed;
    }

    private static <C extends Crossing> Map<UUID, C> with(Map<UUID, C> known, C told) {
        Map<UUID, C> changed = new HashMap<>(known);
        if (told.nothing()) {
            changed.remove(told.teller());
        } else {
            changed.put(told.teller(), told);
        }
        return Map.copyOf(changed);
    }
}
