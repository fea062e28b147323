package se.samordna.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An event with something about it changed. */
final class Edit {

    private final Event e;
    private UUID id;
    private UUID child;
    private String municipality;
    private Agency agency;
    private Instant at;
    private Instant received;
    private Ground ground;
    private Optional<String> consent;
    private ProtectedIdentity identity;
    private Optional<UUID> corrects;
    private Body body;

    private Edit(Event e) {
        this.e = e;
        id = e.eventId();
        child = e.childId();
        municipality = e.municipality();
        agency = e.agency();
        at = e.occurredAt();
        received = e.receivedAt();
        ground = e.ground();
        consent = e.consentId();
        identity = e.protectedIdentity();
        corrects = e.corrects();
        body = e.body();
    }

    static Edit of(Event e) {
        return new Edit(e);
    }

    Edit id(UUID other) {
        id = other;
        return this;
    }

    Edit child(UUID other) {
        child = other;
        return this;
    }

    Edit municipality(String other) {
        municipality = other;
        return this;
    }

    Edit by(Agency other) {
        agency = other;
        return this;
    }

    Edit at(Instant other) {
        at = other;
        return this;
    }

    Edit received(Instant other) {
        received = other;
        return this;
    }

    Edit on(Ground other) {
        ground = other;
        return this;
    }

    Edit consent(Optional<String> other) {
        consent = other;
        return this;
    }

    Edit identity(ProtectedIdentity other) {
        identity = other;
        return this;
    }

    Edit corrects(Optional<UUID> other) {
        corrects = other;
        return this;
    }

    Edit body(Body other) {
        body = other;
        return this;
    }

    Event done() {
        return new Event(
                id, child, municipality, agency, e.source(), at, received, ground, consent, identity, corrects, body);
    }
}
