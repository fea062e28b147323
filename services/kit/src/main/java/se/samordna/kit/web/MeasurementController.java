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

/** Municipalities' figures, in. */
@RestController
@Tag(name = "measurements")
final class MeasurementController {

    static final String PATH = "/api/indicators/v1/measurements";

    private final Exchange exchange;
    private final Clock clock;

    MeasurementController(Exchange exchange, @Qualifier("intakeClock") Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    @PostMapping(PATH)
    @Operation(summary = "Sends one figure of a municipality, or several or none")
    ResponseEntity<Object> post(HttpServletRequest request) throws IOException {
        return exchange.post(request, Mode.measurements(clock), Role::sendsMeasurements);
    }
}
