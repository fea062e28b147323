package se.samordna.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it stands after corrections.
 *
 * @param id the eventId of the root, which is the fact's id in order, anchor and evidence
 * @param event the winning copy
 * @param body the winning copy's body
 */
public record Fact<B extends Body>(UUID id, Event event, B body) {

    /** The event time. */
    public Instant at() {
        return event.occurredAt();
    }

    public Agency agency() {
        return event.agency();
    }
}
