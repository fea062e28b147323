package se.samordna.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The event that an alert hangs on: its id with the suffix of the rule's row, and what the alert takes from it.
 *
 * @param suffix empty, or as {@code /a}
 * @param type the event type
 * @param at the event time
 * @param consentId the consent the event names
 */
public record Anchor(
        UUID eventId,
        String suffix,
        String type,
        String municipality,
        Agency agency,
        Ground ground,
        Instant at,
        Optional<String> consentId) {

    static Anchor of(Fact<?> fact) {
        return of(fact, "");
    }

    static Anchor of(Fact<?> fact, String suffix) {
        Event e = fact.event();
        return new Anchor(
                fact.id(),
                suffix,
                fact.body().type(),
                e.municipality(),
                e.agency(),
                e.ground(),
                e.occurredAt(),
                e.consentId());
    }

    /** The same event under another suffix. */
    Anchor with(String other) {
        return new Anchor(eventId, other, type, municipality, agency, ground, at, consentId);
    }

    /** The anchor's text in the alert's id, as {@code 6f0c0000-0000-4000-8000-000000000001/a}. */
    public String key() {
        return eventId + suffix;
    }
}
