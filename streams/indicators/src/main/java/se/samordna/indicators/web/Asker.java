package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import se.samordna.access.Bearer;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Kommunkod;

/** Who asks, and in which form. */
final class Asker {

    /** Set on a question that another instance passes on: whoever gets it asks nobody further. */
    static final String FORWARDED = "X-Samordna-Forwarded";

    private static final Set<String> MUNICIPAL = Set.of("social-services", "school");

    private Asker() {}

    /**
     * Whether the asker has a role of that municipality itself in which they see its exact figures. On one machine that is
     * whoever asks from it, unless they ask as an agency that is not the municipality's.
     */
    static boolean isOwn(HttpServletRequest request, String municipality) {
        Optional<String> as = Optional.ofNullable(request.getParameter("as"));
        return switch (Presence.of(request)) {
            case Presence.Local _ -> as.isEmpty() || MUNICIPAL.contains(as.get());
            case Presence.SignedIn(Caller caller, var _) -> isOwn(caller, as, municipality);
            case Presence.Nobody _ -> false;
        };
    }

    /** Those of a county or the country are of no municipality: a county's small numbers are its municipalities'. */
    private static boolean isOwn(Caller caller, Optional<String> as, String municipality) {
        Optional<String> agency = caller.agency().map(Agencies::wireName);
        return caller.role().seesExactFigures()
                && caller.area().municipality().map(Kommunkod::code).equals(Optional.of(municipality))
                && agency.map(MUNICIPAL::contains).orElse(true)
                && (as.isEmpty() || as.equals(agency));
    }

    /** The token to pass on to the instance that has a part of the answer; it judges it itself. */
    static Optional<Bearer> bearer(HttpServletRequest request) {
        return switch (Presence.of(request)) {
            case Presence.SignedIn(var _, Bearer bearer) -> Optional.of(bearer);
            case Presence.Local _, Presence.Nobody _ -> Optional.empty();
        };
    }

    static boolean isForwarded(HttpServletRequest request) {
        return request.getHeader(FORWARDED) != null;
    }

    static boolean wantsCsv(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "csv".equals(request.getParameter("format")) || (accept != null && accept.startsWith("text/csv"));
    }
}
