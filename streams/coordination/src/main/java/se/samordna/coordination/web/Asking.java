package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.access.Role;
import se.samordna.rules.Agency;
import se.samordna.schemas.Agencies;

/** What a request says of who asks. */
sealed interface Asking {

    /** Letters alone: a purpose goes to the access log beside the child, and a number could be a personnummer. */
    Pattern CODE = Pattern.compile("[A-Z_]{1,40}");

    /** An agency's coordinator. */
    record Of(Asker asker) implements Asking {}

    /** Someone of no agency that is known; the word is theirs and not kept. */
    record OfNobody(String purpose) implements Asking {}

    /** Someone whose work this is not. */
    record OfAnotherRole(Caller caller, String purpose) implements Asking {}

    /** Someone who asks as another agency than their token's. */
    record OfAnotherAgency(Caller caller, String purpose) implements Asking {}

    /** A purpose that is no code. */
    record Unreadable() implements Asking {}

    /**
     * On this machine the social services unless {@code as} narrows; with a token its agency. For the purpose of
     * coordination unless the header says another.
     *
     * @param theirs whose work it is to ask this
     */
    static Asking of(HttpServletRequest request, Predicate<Role> theirs) {
        @Nullable String purpose = request.getHeader(Asker.PURPOSE);
        String code = purpose == null ? "COORDINATION" : purpose;
        if (!CODE.matcher(code).matches()) {
            return new Unreadable();
        }
        Optional<String> as = Optional.ofNullable(request.getParameter("as"));
        boolean forwarded = request.getHeader(Asker.FORWARDED) != null;
        return switch (Presence.of(request)) {
            case Presence.Local _ ->
                as.map(Agencies::ofWireName)
                        .orElseGet(() -> Optional.of(se.samordna.events.Agency.SOCIAL_SERVICES))
                        .<Asking>map(agency -> new Of(new Asker(named(agency), Optional.empty(), code, forwarded)))
                        .orElseGet(() -> new OfNobody(code));
            case Presence.SignedIn known -> ofCaller(known, as, code, forwarded, theirs);
            // Nothing here is for everyone, whatever is set to be open.
            case Presence.Nobody _ -> new OfNobody(code);
        };
    }

    private static Asking ofCaller(
            Presence.SignedIn known, Optional<String> as, String purpose, boolean forwarded, Predicate<Role> theirs) {
        Caller caller = known.caller();
        if (!theirs.test(caller.role()) || caller.agency().isEmpty()) {
            return new OfAnotherRole(caller, purpose);
        }
        se.samordna.events.Agency agency = caller.agency().get();
        return as.filter(word -> !word.equals(Agencies.wireName(agency))).isPresent()
                ? new OfAnotherAgency(caller, purpose)
                : new Of(new Asker(named(agency), Optional.of(known), purpose, forwarded));
    }

    private static Agency named(se.samordna.events.Agency agency) {
        return Agency.valueOf(agency.name());
    }
}
