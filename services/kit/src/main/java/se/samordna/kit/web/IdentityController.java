package se.samordna.kit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.access.Role;

/** Who an agency's children are, in; there is no way out here. */
@RestController
@RequestMapping("/api/${samordna.path}/v1/identities")
@Tag(name = "identities")
final class IdentityController {

    private final IdentityDesk desk;
    private final AgencySettings settings;

    IdentityController(IdentityDesk desk, AgencySettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @PostMapping
    @Operation(
            summary = "Tells who a child is, or several of which all are taken or none",
            description =
                    "Sealed here, so that the workplace alone can read it. What is told later stands in its place.")
    ResponseEntity<Object> post(HttpServletRequest request) throws IOException {
        return Exchange.post(request, Optional.of(settings.agency()), Role::sendsEvents, desk::take);
    }
}
