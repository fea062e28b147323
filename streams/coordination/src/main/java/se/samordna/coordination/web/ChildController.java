package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.access.Role;
import se.samordna.coordination.running.DeadLetterIndex;
import se.samordna.rules.Decide;
import tools.jackson.databind.json.JsonMapper;

/** A child, its timeline, and what has become of one event. */
@RestController
@RequestMapping("/api/coordination/v1")
final class ChildController {

    private final Desk desk;
    private final Past past;
    private final Decide decide;
    private final JsonMapper json;

    ChildController(Desk desk, Past past, Decide decide, JsonMapper json) {
        this.desk = desk;
        this.past = past;
        this.decide = decide;
        this.json = json;
    }

    /** @param asOf an earlier instant, to be shown what was known then; {@code asOf} of the answer says what it is of */
    @GetMapping("/children/{childId}")
    ResponseEntity<Object> child(
            @PathVariable UUID childId, @RequestParam Optional<Instant> asOf, HttpServletRequest request) {
        return desk.look(
                request,
                childId,
                Optional.of("CHILD"),
                Problems.unknownChild(),
                found -> past.shown(found, asOf)
                        .map(shown -> ChildDocument.of(
                                shown,
                                desk::sources,
                                Recalls.of(shown, desk.runtime().readModel().alerts()))));
    }

    /** @param asOf as of {@link #child} */
    @GetMapping("/children/{childId}/timeline")
    ResponseEntity<Object> timeline(
            @PathVariable UUID childId, @RequestParam Optional<Instant> asOf, HttpServletRequest request) {
        return desk.look(
                request,
                childId,
                Optional.of("TIMELINE"),
                Problems.unknownChild(),
                found -> past.shown(found, asOf).map(shown -> TimelineDocument.of(shown, decide, json, desk::sources)));
    }

    /**
     * Asked by the services for every event they take in: it tells a sender of its own event only, and no content. So it
     * leaves no line in the access log, not where it refuses either.
     */
    @GetMapping("/events/{eventId}")
    ResponseEntity<Object> event(@PathVariable UUID eventId, @RequestParam UUID childId, HttpServletRequest request) {
        DeadLetterIndex letters = desk.runtime().readModel().deadLetters();
        return desk.look(
                request,
                childId,
                Optional.empty(),
                Problems.unknownEvent(),
                new EventShowing(childId, eventId, letters));
    }

    /** The copy held; where there is none, the dead letter. */
    private record EventShowing(UUID childId, UUID eventId, DeadLetterIndex letters) implements Showing {

        @Override
        public Optional<Object> of(Desk.Found found) {
            return EventDocument.of(found, eventId).or(() -> ofUnknown(found.asker()));
        }

        @Override
        public Optional<Object> ofUnknown(Asker asker) {
            return letters.find(childId, eventId, asker.agency())
                    .filter(letter -> asker.worksIn(letter.municipality()))
                    .map(EventDocument::of);
        }

        /** An agency's system asks for nothing else. */
        @Override
        public boolean isFor(Role role) {
            return role.sendsEvents();
        }

        @Override
        public boolean certain() {
            return letters.whole();
        }
    }
}
