package se.samordna.rules;

import java.util.Optional;
import java.util.UUID;

/**
 * An event that an alert rests on. For a protected child the type and agency of other agencies' events are left out.
 */
public record Evidence(UUID eventId, Optional<String> type, Optional<Agency> agency) {

    static Evidence of(Fact<?> fact) {
        return new Evidence(fact.id(), Optional.of(fact.body().type()), Optional.of(fact.agency()));
    }

    static Evidence of(Anchor anchor) {
        return new Evidence(anchor.eventId(), Optional.of(anchor.type()), Optional.of(anchor.agency()));
    }

    /** The bare id. */
    Evidence idOnly() {
        return new Evidence(eventId, Optional.empty(), Optional.empty());
    }
}
