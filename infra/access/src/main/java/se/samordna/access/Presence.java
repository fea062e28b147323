package se.samordna.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who is there behind a request, as {@link CallerFilter} found. */
public sealed interface Presence {

    /** This machine itself, without a token: it acts as the agency in the path. */
    record Local() implements Presence {}

    /** Nobody in particular, where what is published is told to everyone. */
    record Nobody() implements Presence {}

    /**
     * Someone with a token that was found good.
     *
     * @param bearer the token, to be passed on to those who answer a part of the question
     */
    record SignedIn(Caller caller, Bearer bearer) implements Presence {

        /** The opaque id and the role: a name belongs in no log. */
        @Override
        public String toString() {
            return caller.subject() + " as " + caller.role().word();
        }
    }

    /**
     * Who is behind this request.
     *
     * @throws IllegalStateException where no filter has looked: nobody is answered by mistake
     */
    static Presence of(HttpServletRequest request) {
        if (request.getAttribute(CallerFilter.FOUND) instanceof Presence found) {
            return found;
        }
        throw new IllegalStateException("no filter has looked who asks");
    }

    /**
     * Who it is, where that is known by name; empty for this machine itself.
     *
     * @throws IllegalStateException for nobody: who is answered what this machine may see must be somebody
     */
    default Optional<SignedIn> signedIn() {
        return switch (this) {
            case SignedIn known -> Optional.of(known);
            case Local _ -> Optional.empty();
            case Nobody _ -> throw new IllegalStateException("nobody asks");
        };
    }
}
