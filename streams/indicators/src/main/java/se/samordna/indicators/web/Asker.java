package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Who asks, and in which form. */
final class Asker {

    /** Set on a question that another instance passes on: whoever gets it asks nobody further. */
    static final String FORWARDED = "X-Samordna-Forwarded";

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Asker() {}

    /**
     * Whether the asker has the role of the municipality itself. On one machine that is whoever asks from it; the name
     * counts too, since a page elsewhere can give this address a name of its own.
     */
    static boolean isOwn(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && THIS_MACHINE.contains(request.getServerName());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isForwarded(HttpServletRequest request) {
        return request.getHeader(FORWARDED) != null;
    }

    static boolean wantsCsv(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "csv".equals(request.getParameter("format")) || (accept != null && accept.startsWith("text/csv"));
    }
}
