package se.samordna.workplace.identity;

import java.time.Instant;
import se.samordna.events.Agency;
import se.samordna.kit.privacy.Identity;

/** What came of asking who a child is. */
public sealed interface Revealed {

    /**
     * This one; the access log has it.
     *
     * @param isProtected whether it is protected, by what any authority says
     */
    record Shown(Identity identity, Agency agency, String municipality, Instant at, boolean isProtected)
            implements Revealed {}

    /** It is protected, which whoever asks sees of the child anyway, and not theirs to know. */
    record Protected() implements Revealed {}

    /** Nothing that whoever asks may see: nobody has told, or somebody whose telling is not for them. */
    record Nothing() implements Revealed {}

    /** The access log did not take the entry, so nothing is said, either of what there is or that there is nothing. */
    record NoLog() implements Revealed {}
}
