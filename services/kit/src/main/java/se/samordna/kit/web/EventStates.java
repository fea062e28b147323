package se.samordna.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import se.samordna.access.Bearer;
import se.samordna.events.Agency;
import se.samordna.kit.known.RecentEvents;
import se.samordna.kit.known.StoredEvent;
import se.samordna.kit.known.StoredEvents;
import se.samordna.schemas.UuidText;

/**
 * What became of an event, as its sender may know it. That a hold ended would tell a sender of an investigation, so to
 * all but the social services HELD and RELEASED read STORED (OSL 2009:400 26 kap. 1 §). An event of another agency is
 * none at all; an agency that has nothing on the child is refused in the same words whoever else has.
 */
final class EventStates {

    private static final String DEAD_LETTERED = "DEAD_LETTERED";

    private final RecentEvents recent;
    private final StoredEvents stored;

    EventStates(RecentEvents recent, StoredEvents stored) {
        this.recent = recent;
        this.stored = stored;
    }

    /** The state of an event. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record State(UUID eventId, UUID childId, String status, Optional<String> reason) {}

    ResponseEntity<Object> of(Agency asking, String eventId, String childId, Optional<Bearer> bearer) {
        if (!UuidText.is(eventId)) {
            return Problem.badRequest("eventId", "bad-uuid").response();
        }
        if (!UuidText.is(childId)) {
            return Problem.badRequest("childId", childId.isEmpty() ? "missing" : "bad-uuid")
                    .response();
        }
        UUID event = UUID.fromString(eventId);
        UUID child = UUID.fromString(childId);
        boolean justTaken = recent.digest(Arrival.eventId(child, event)).isPresent();
        State taken = new State(event, child, Receipt.STORED, Optional.empty());
        return switch (stored.ask(child, event, asking, bearer)) {
            case StoredEvent.Held held when held.agency() == asking -> ok(told(taken, held, asking));
            case StoredEvent.Held another -> Problem.unknownEvent().response();
            case StoredEvent.Absent absent ->
                justTaken ? ok(taken) : Problem.unknownEvent().response();
            case StoredEvent.NoGround noGround ->
                justTaken ? ok(taken) : Problem.noGround().response();
            case StoredEvent.NotKnown notKnown ->
                justTaken ? ok(taken) : Problem.storeAway().response();
        };
    }

    private static State told(State taken, StoredEvent.Held held, Agency asking) {
        boolean whole = asking == Agency.SOCIAL_SERVICES || held.status().equals(DEAD_LETTERED);
        return whole ? new State(taken.eventId(), taken.childId(), held.status(), held.reason()) : taken;
    }

    private static ResponseEntity<Object> ok(State state) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(state);
    }
}
