package se.samordna.kit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.access.Presence;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.kit.intake.Mode;

/** An agency's events in, and what became of one. The agency is this service's own; a path names it for the reader's sake. */
@RestController
@RequestMapping("/api/${samordna.path}/v1/events")
@Tag(name = "events")
final class EventController {

    private final Exchange exchange;
    private final EventStates states;
    private final Agency agency;
    private final Clock clock;

    EventController(
            Exchange exchange, EventStates states, AgencySettings settings, @Qualifier("intakeClock") Clock clock) {
        this.exchange = exchange;
        this.states = states;
        this.agency = settings.agency();
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "Sends one event, or several of which all are taken or none",
            description = "202 when the broker has acknowledged. The same event may always be sent again.")
    ResponseEntity<Object> post(HttpServletRequest request) throws IOException {
        return exchange.post(request, Mode.events(agency, clock), Role::sendsEvents);
    }

    @GetMapping("/{eventId}")
    @Operation(summary = "What became of an event of this agency")
    ResponseEntity<Object> state(
            @PathVariable String eventId,
            @RequestParam(name = "childId", defaultValue = "") String childId,
            HttpServletRequest request) {
        Permit permit = new Permit(Presence.of(request));
        return permit.refusal(Role::sendsEvents, Optional.of(agency))
                .map(Problem::response)
                .orElseGet(() -> states.of(agency, eventId, childId, permit.bearer()));
    }
}
