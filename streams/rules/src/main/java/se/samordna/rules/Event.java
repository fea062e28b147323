package se.samordna.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * One event of one child as an agency sent it: the header of the contract and a body. The instants are whole
 * milliseconds, anything finer is cut. The sender's trace is no part of the domain.
 *
 * @param eventId the sender's idempotency key
 * @param municipality kommunkod, four digits
 * @param source the sending system, a URN
 * @param occurredAt event time
 * @param receivedAt intake
 * @param consentId the consent the event names, for {@link Ground#CONSENT}
 * @param corrects the event that this one replaces
 */
public record Event(
        UUID eventId,
        UUID childId,
        String municipality,
        Agency agency,
        String source,
        Instant occurredAt,
        Instant receivedAt,
        Ground ground,
        Optional<String> consentId,
        ProtectedIdentity protectedIdentity,
        Optional<UUID> corrects,
        Body body) {

    public Event {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same of another child. */
    Event of(UUID child) {
        return child.equals(childId)
                ? this
                : new Event(
                        eventId,
                        child,
                        municipality,
                        agency,
                        source,
                        occurredAt,
                        receivedAt,
                        ground,
                        consentId,
                        protectedIdentity,
                        corrects,
                        body);
    }

    /** Whether both say the same; when it was received does not matter. */
    public boolean saysAs(Event other) {
        return eventId.equals(other.eventId)
                && occurredAt.equals(other.occurredAt)
                && body.equals(other.body)
                && childId.equals(other.childId)
                && municipality.equals(other.municipality)
                && agency == other.agency
                && source.equals(other.source)
                && ground == other.ground
                && consentId.equals(other.consentId)
                && protectedIdentity == other.protectedIdentity
                && corrects.equals(other.corrects);
    }
}
