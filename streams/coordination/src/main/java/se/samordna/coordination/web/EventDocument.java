package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.Agency;
import se.samordna.rules.Event;
import se.samordna.rules.GateStatus;
import se.samordna.rules.Timeline;
import se.samordna.schemas.ContentDigest;

/**
 * What has become of a sender's event.
 *
 * @param status to social services HELD or RELEASED; to others STORED, whichever it is: that a hold ended would tell of
 *     an investigation
 * @param reason why it is held
 * @param digest its {@link ContentDigest}, by which the services find conflicts
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

    static Optional<Object> of(Desk.Found found, Asker asker, UUID eventId) {
        var child = found.child().kept().child();
        return child.find(eventId)
                .filter(event -> event.agency() == asker.agency())
                .map(event -> {
                    Optional<GateStatus> gate = asker.agency() == Agency.SOCIAL_SERVICES
                            ? Timeline.of(child, found.child().now(), eventId)
                            : Optional.empty();
                    return document(found, event, gate);
                });
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
