package se.samordna.rules;

import java.util.Set;
import java.util.UUID;

/**
 * What a store has to save, or to delete where the child has it no more.
 *
 * @param events see {@link Child#held}
 * @param weeks see {@link Child#week}
 * @param runs whether {@link Child#runs} changed
 * @param crossings see {@link Kin}
 */
public record Dirty(Set<UUID> events, Set<Integer> weeks, boolean runs, Set<Crossing.Key> crossings) {

    static final Dirty NOTHING = new Dirty(Set.of(), Set.of(), false, Set.of());

    public boolean nothing() {
        return events.isEmpty() && weeks.isEmpty() && !runs && crossings.isEmpty();
    }
}
