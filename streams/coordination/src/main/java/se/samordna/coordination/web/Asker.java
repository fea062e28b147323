package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samordna.rules.Agency;
import se.samordna.schemas.Agencies;

/**
 * Who asks, what for, and whether another instance asks for them.
 *
 * @param agency as whose coordinator
 * @param purpose a code
 * @param forwarded whether this question has been passed on once already
 */
record Asker(Agency agency, String purpose, boolean forwarded) {

    static final String PURPOSE = "X-Purpose";
    static final String FORWARDED = "X-Samordna-Forwarded";

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,40}");

    /** The asker of a request: social services unless {@code as} narrows; empty if that or the purpose is no such word. */
    static Optional<Asker> of(HttpServletRequest request) {
        @Nullable String as = request.getParameter("as");
        @Nullable String purpose = request.getHeader(PURPOSE);
        Optional<Agency> agency = as == null
                ? Optional.of(Agency.SOCIAL_SERVICES)
                : Agencies.ofWireName(as).map(named -> Agency.valueOf(named.name()));
        String code = purpose == null ? "COORDINATION" : purpose;
        return agency.filter(_ -> CODE.matcher(code).matches())
                .map(one -> new Asker(one, code, request.getHeader(FORWARDED) != null));
    }

    /** As alert topics and lines name the asker's agency. */
    String recipient() {
        return Agencies.wireName(se.samordna.events.Agency.valueOf(agency.name()));
    }
}
