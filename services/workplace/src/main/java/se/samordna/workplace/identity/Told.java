package se.samordna.workplace.identity;

import java.time.Instant;
import se.samordna.events.Agency;
import se.samordna.kit.privacy.Identity;

/** Who a child is as one authority told it, opened. */
record Told(Identity identity, Agency agency, String municipality, Instant at) {

    boolean isProtected() {
        return identity.isProtected();
    }
}
