package se.samordna.workplace.identity;

import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import se.samordna.events.Agency;
import se.samordna.platform.SealedIdentity;

/** Where it lies sealed who the children are. */
interface Vault {

    /** What was found. */
    sealed interface Answer {

        /** All that is told of the child, the newest of each authority; none where none of those asked for has told. */
        record Held(List<SealedIdentity> sealed) implements Answer {}

        /** Not to be had now: it is still being read, or the broker or the registry is away. */
        record NotReady() implements Answer {}
    }

    /**
     * Within a few seconds, whatever is away.
     *
     * @param theirs of which authority, by agency and municipality, something must be told for any of it to be read: so
     *     that how long it takes tells no more than the answer does
     */
    Answer of(UUID childId, BiPredicate<Agency, String> theirs);
}
