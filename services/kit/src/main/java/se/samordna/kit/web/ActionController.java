package se.samordna.kit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.access.Role;
import se.samordna.kit.intake.Mode;

/** What coordinators do with alerts, in. */
@RestController
@Tag(name = "actions")
final class ActionController {

    static final String PATH = "/api/coordination/v1/actions";

    private final Exchange exchange;
    private final Clock clock;

    ActionController(Exchange exchange, @Qualifier("intakeClock") Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    @PostMapping(PATH)
    @Operation(summary = "Acknowledges, closes, snoozes or reopens an alert; one action, or several or none")
    ResponseEntity<Object> post(HttpServletRequest request) throws IOException {
        return exchange.post(request, Mode.actions(clock), Role::meetsChildren);
    }
}
