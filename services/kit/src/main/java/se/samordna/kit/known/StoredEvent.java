package se.samordna.kit.known;

import java.util.Optional;
import se.samordna.events.Agency;

/** What coordination's store says of an event. */
public sealed interface StoredEvent {

    /**
     * It holds it.
     *
     * @param agency whose event it is
     * @param status STORED, HELD, RELEASED or DEAD_LETTERED
     * @param reason why it is held, or a dead letter, a code
     * @param digest its {@link se.samordna.schemas.ContentDigest}, where the store can tell
     */
    record Held(Agency agency, String status, Optional<String> reason, Optional<String> digest)
            implements StoredEvent {}

    /** It does not hold it. */
    record Absent() implements StoredEvent {}

    /** It holds nothing of the asking agency's on that child, and says no more of the child than that. */
    record NoGround() implements StoredEvent {}

    /** It did not answer, or not in time. */
    record NotKnown() implements StoredEvent {}
}
