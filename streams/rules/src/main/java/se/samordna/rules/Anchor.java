package se.samordna.rules;

import java.util.UUID;

/**
 * The event that an alert hangs on: its id with the suffix of the rule's row, and what the alert takes from it.
 *
 * @param suffix empty, or as {@code /a}
 * @param type the event type
 */
public record Anchor(UUID eventId, String suffix, String type, String municipality, Agency agency, Ground ground) {

    static Anchor of(Fact<?> fact) {
        return of(fact, "");
    }

    static Anchor of(Fact<?> fact, String suffix) {
        Event e = fact.event();
        return new Anchor(fact.id(), suffix, fact.body().type(), e.municipality(), e.agency(), e.ground());
    }

    /** The anchor's text in the alert's id, as {@code 6f0c0000-0000-4000-8000-000000000001/a}. */
    public String key() {
        return eventId + suffix;
    }
}
