package se.samordna.kit.known;

import java.util.Optional;
import java.util.UUID;
import se.samordna.access.Bearer;
import se.samordna.events.Agency;

/** Coordination's store as the services see it. */
@FunctionalInterface
public interface StoredEvents {

    /**
     * Asks for one event of a child on behalf of an agency; answers within half a second.
     *
     * @param bearer the token of whoever sends or asks, if they have one
     */
    StoredEvent ask(UUID childId, UUID eventId, Agency asking, Optional<Bearer> bearer);
}
