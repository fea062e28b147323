package se.samordna.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What other children told a child, by kind the last of each teller. Immutable; most children have {@link #NONE}. */
record Crossings(Map<UUID, SiblingTold> siblings, Map<UUID, MergedInto> claims, Map<UUID, HistoryOf> histories) {

    static final Crossings NONE = new Crossings(Map.of(), Map.of(), Map.of());

    boolean isNothing() {
        return siblings.isEmpty() && claims.isEmpty() && histories.isEmpty();
    }

    Optional<Crossing> get(Crossing.Key key) {
        return Optional.ofNullable(
                switch (key.kind()) {
                    case SIBLING -> siblings.get(key.child());
                    case MERGE -> claims.get(key.child());
                    case HISTORY -> histories.get(key.child());
                });
    }

    Crossings with(Crossing told) {
        Crossings changed = switch (told) {
            case SiblingTold s -> new Crossings(with(siblings, s), claims, histories);
            case MergedInto m -> new Crossings(siblings, with(claims, m), histories);
            case HistoryOf h -> new Crossings(siblings, claims, with(histories, h));
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
