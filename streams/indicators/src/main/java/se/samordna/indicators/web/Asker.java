package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import se.samordna.streams.web.ThisMachine;

/** Who asks, and in which form. */
final class Asker {

    /** Set on a question that another instance passes on: whoever gets it asks nobody further. */
    static final String FORWARDED = "X-Samordna-Forwarded";

    private static final Set<String> MUNICIPAL = Set.of("social-services", "school");

    private Asker() {}

    /**
     * Whether the asker has the role of the municipality itself. On one machine that is whoever asks from it, unless they
     * ask as an agency that is not the municipality's.
     */
    static boolean isOwn(HttpServletRequest request) {
        String as = request.getParameter("as");
        return ThisMachine.asks(request) && (as == null || MUNICIPAL.contains(as));
    }

    static boolean isForwarded(HttpServletRequest request) {
        return request.getHeader(FORWARDED) != null;
    }

    static boolean wantsCsv(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "csv".equals(request.getParameter("format")) || (accept != null && accept.startsWith("text/csv"));
    }
}
