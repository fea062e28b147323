package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.samordna.coordination.running.DeadLetter;
import se.samordna.rules.Agency;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.GateStatus;
import se.samordna.rules.Timeline;
import se.samordna.schemas.ContentDigest;

/**
 * What has become of a sender's event. It is asked for by its id, and of two copies in conflict one is held and the other
 * a dead letter: what is told is of the one that is held.
 *
 * @param status to social services HELD or RELEASED; to others STORED, whichever it is: that a hold ended would tell of
 *     an investigation. To any sender DEAD_LETTERED
 * @param reason why it is held, or a {@link se.samordna.streams.DeadReason}
 * @param digest its {@link ContentDigest}, by which the services find conflicts; none of a dead letter, which may be sent
 *     again
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EventDocument(
        UUID eventId,
        UUID childId,
        String agency,
        String type,
        String status,
        Optional<String> reason,
        Optional<String> digest) {

    static Optional<Object> of(Desk.Found found, UUID eventId) {
        Asker asker = found.asker();
        var child = found.child().kept().child();
        return child.find(eventId)
                .filter(event -> event.agency() == asker.agency() && asker.sees(event))
                .map(event -> {
                    Optional<GateStatus> gate =
                            asker.agency() == Agency.SOCIAL_SERVICES ? gate(found, eventId) : Optional.empty();
                    return document(found, event, gate);
                });
    }

    private static Optional<GateStatus> gate(Desk.Found found, UUID eventId) {
        Instant now = found.child().now();
        Child own = found.child().kept().child();
        return Timeline.of(found.whole(), now, eventId).or(() -> Timeline.of(own, now, eventId));
    }

    static EventDocument of(DeadLetter letter) {
        return new EventDocument(
                letter.eventId(),
                letter.childId(),
                letter.sender().name(),
                letter.type(),
                "DEAD_LETTERED",
                Optional.of(letter.reason().code()),
                Optional.empty());
    }

    private static EventDocument document(Desk.Found found, Event event, Optional<GateStatus> gate) {
        return new EventDocument(
                event.eventId(),
                event.childId(),
                event.agency().name(),
                event.body().type(),
                gate.map(EventDocument::word).orElse("STORED"),
                gate.flatMap(status ->
                        status instanceof GateStatus.Held(var why) ? Optional.of(why.name()) : Optional.empty()),
                found.child().record(event.eventId()).map(ContentDigest::of));
    }

    private static String word(GateStatus status) {
        return switch (status) {
            case GateStatus.Released _ -> "RELEASED";
            case GateStatus.Held _ -> "HELD";
        };
    }
}
