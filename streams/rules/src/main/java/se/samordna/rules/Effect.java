package se.samordna.rules;

import java.util.Optional;
import java.util.UUID;

/** What a decision asks the outside to do. */
public sealed interface Effect {

    /**
     * Tell a recipient a new revision, and write the disclosure with it.
     *
     * @param municipality of the anchor's event: whose workplace shows it; not part of a notice
     * @param telling an {@link Alert} in full or a {@link Notice}; WITHDRAWN recalls an earlier revision
     * @param revision 1, 2, … per alert and recipient
     */
    record Tell(
            Agency recipient,
            String municipality,
            Telling telling,
            int revision,
            Optional<Cause> cause,
            Disclosure disclosure)
            implements Effect {}

    /** Tell the indicators how an alert stands to its due time, since that changed. */
    record Measure(Timeliness timeliness) implements Effect {}

    /**
     * Tell another child, which its own task judges.
     *
     * @param target the other child
     * @param number greater than that of everything the child told any other before; at the target the greatest holds
     * @param cause why it says something else than before
     */
    record Cross(UUID target, Crossing crossing, long number, Optional<Cause> cause) implements Effect {}
}
