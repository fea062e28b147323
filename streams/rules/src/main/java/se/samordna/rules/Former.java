package se.samordna.rules;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a joined child has of its former selves besides their events.
 *
 * @param ids of the children merged into it
 * @param siblings what siblings told it under any of its ids
 * @param forgotten what is remembered of attendance forgotten before, see {@link Kin#forgotten}
 */
record Former(Set<UUID> ids, List<SiblingTold> siblings, List<byte[]> forgotten) {

    static final Former NONE = new Former(Set.of(), List.of(), List.of());

    Former {
        ids = Set.copyOf(ids);
        siblings = List.copyOf(siblings);
        forgotten = List.copyOf(forgotten);
    }
}
