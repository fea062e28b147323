package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.coordination.AlertForm;
import se.samordna.rules.Rules;
import tools.jackson.databind.json.JsonMapper;

/** A child, its timeline, and what has become of one event. */
@RestController
@RequestMapping("/api/coordination/v1")
final class ChildController {

    private final Desk desk;
    private final AlertForm form;
    private final JsonMapper json;

    ChildController(Desk desk, Rules rules, JsonMapper json) {
        this.desk = desk;
        this.form = new AlertForm(rules);
        this.json = json;
    }

    @GetMapping("/children/{childId}")
    ResponseEntity<Object> child(@PathVariable UUID childId, HttpServletRequest request) {
        return desk.look(
                request,
                childId,
                Optional.of("CHILD"),
                Problem.unknownChild(),
                (found, asker) -> ChildDocument.of(found, asker, form, desk::sources));
    }

    @GetMapping("/children/{childId}/timeline")
    ResponseEntity<Object> timeline(@PathVariable UUID childId, HttpServletRequest request) {
        return desk.look(
                request,
                childId,
                Optional.of("TIMELINE"),
                Problem.unknownChild(),
                (found, asker) -> TimelineDocument.of(found, asker, form, json, desk::sources));
    }

    /** Asked by the services for every event they take in: it tells a sender of its own event only, and no content. */
    @GetMapping("/events/{eventId}")
    ResponseEntity<Object> event(@PathVariable UUID eventId, @RequestParam UUID childId, HttpServletRequest request) {
        return desk.look(
                request,
                childId,
                Optional.empty(),
                Problem.unknownEvent(),
                (found, asker) -> EventDocument.of(found, asker, eventId));
    }
}
