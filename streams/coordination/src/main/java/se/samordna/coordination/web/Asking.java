package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samordna.rules.Agency;
import se.samordna.schemas.Agencies;

/** What a request says of who asks. */
sealed interface Asking {

    /** Letters alone: a purpose goes to the access log beside the child, and a number could be a personnummer. */
    Pattern CODE = Pattern.compile("[A-Z_]{1,40}");

    /** An agency's coordinator. */
    record Of(Asker asker) implements Asking {}

    /** Someone who calls themselves what is no agency; the word is theirs and not kept. */
    record OfNobody(String purpose) implements Asking {}

    /** A purpose that is no code. */
    record Unreadable() implements Asking {}

    /** Social services unless {@code as} narrows; for the purpose of coordination unless the header says another. */
    static Asking of(HttpServletRequest request) {
        @Nullable String as = request.getParameter("as");
        @Nullable String purpose = request.getHeader(Asker.PURPOSE);
        String code = purpose == null ? "COORDINATION" : purpose;
        if (!CODE.matcher(code).matches()) {
            return new Unreadable();
        }
        Optional<Agency> agency = as == null
                ? Optional.of(Agency.SOCIAL_SERVICES)
                : Agencies.ofWireName(as).map(named -> Agency.valueOf(named.name()));
        boolean forwarded = request.getHeader(Asker.FORWARDED) != null;
        return agency.<Asking>map(one -> new Of(new Asker(one, code, forwarded)))
                .orElseGet(() -> new OfNobody(code));
    }
}
