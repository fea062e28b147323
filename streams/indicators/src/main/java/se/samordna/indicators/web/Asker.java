package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.access.Bearer;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.schemas.Agencies;

/** Who asks, and in which form. */
final class Asker {

    /** Set on a question that another instance passes on: whoever gets it asks nobody further. */
    static final String FORWARDED = "X-Samordna-Forwarded";

    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);
    private static final Set<String> MUNICIPAL = Set.of("social-services", "school");

    private Asker() {}

    /**
     * Whether the asker has a role of that municipality itself in which they see its exact figures. On one machine that is
     * whoever asks from it, unless they ask as an agency that is not the municipality's. Either way it is said in the log,
     * with the token's opaque id: the access log is of children, and these figures are of none by name.
     */
    static boolean isShownExact(HttpServletRequest request, String municipality) {
        boolean own = isOwn(request, municipality);
        LOG.atInfo()
                .addKeyValue("municipality", municipality)
                .addKeyValue("who", who(request, Caller::subject))
                .addKeyValue("role", who(request, caller -> caller.role().word()))
                .log(own ? "exact figures were asked for" : "exact figures were refused");
        return own;
    }

    private static String who(HttpServletRequest request, Function<Caller, String> word) {
        return switch (Presence.of(request)) {
            case Presence.SignedIn(Caller caller, var _) -> word.apply(caller);
            case Presence.Local _ -> "local";
            case Presence.Nobody _ -> "nobody";
        };
    }

    private static boolean isOwn(HttpServletRequest request, String municipality) {
        Optional<String> as = Optional.ofNullable(request.getParameter("as"));
        return switch (Presence.of(request)) {
            case Presence.Local _ -> as.isEmpty() || MUNICIPAL.contains(as.get());
            case Presence.SignedIn(Caller caller, var _) ->
                caller.seesExactFiguresOf(municipality)
                        && (as.isEmpty() || as.equals(caller.agency().map(Agencies::wireName)));
            case Presence.Nobody _ -> false;
        };
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
