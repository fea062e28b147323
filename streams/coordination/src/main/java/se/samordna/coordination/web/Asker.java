package se.samordna.coordination.web;

import java.util.Optional;
import se.samordna.access.Area;
import se.samordna.access.Bearer;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.rules.Agency;
import se.samordna.rules.Event;
import se.samordna.schemas.Agencies;

/**
 * Who asks, what for, and whether another instance asks for them.
 *
 * @param agency as whose coordinator
 * @param signedIn whom a token says they are; empty on this machine itself
 * @param purpose a code
 * @param forwarded whether this question has been passed on once already
 */
record Asker(Agency agency, Optional<Presence.SignedIn> signedIn, String purpose, boolean forwarded) {

    static final String PURPOSE = "X-Purpose";
    static final String FORWARDED = "X-Samordna-Forwarded";

    /** As alert topics and lines name the asker's agency. */
    String recipient() {
        return Agencies.wireName(se.samordna.events.Agency.valueOf(agency.name()));
    }

    /** Whether it may know that a child is unknown: the social services are shown every child's released events. */
    boolean mayKnowWhoIsUnknown() {
        return agency == Agency.SOCIAL_SERVICES;
    }

    /** The same agency's coordinator, wherever it is at work. */
    Asker everywhere() {
        return new Asker(agency, Optional.empty(), purpose, forwarded);
    }

    /** Where they work; without a token everywhere. */
    Area area() {
        return signedIn.map(Presence.SignedIn::caller).map(Caller::area).orElse(Area.ALL);
    }

    /** Whether a token keeps them to the municipalities where they work. */
    boolean isBound() {
        return signedIn.isPresent();
    }

    /** Whether what is of this municipality is theirs. */
    boolean worksIn(String municipality) {
        return !isBound() || area().covers(municipality);
    }

    /** Whether what is of any municipality of this area is theirs. */
    boolean worksIn(Area place) {
        return !isBound() || area().covers(place);
    }

    /**
     * Whether an event that their agency may see is theirs to see: one of another municipality's social services, or of a
     * school there, is another authority's (OSL 2009:400 8 kap. 1 §).
     */
    boolean sees(Event event) {
        return event.agency() != agency || worksIn(event.municipality());
    }

    /** Whether they are of that very authority: in another municipality the same agency is another (OSL 2009:400 8 kap. 1 §). */
    boolean isOf(String sender, String municipality) {
        return agency.name().equals(sender) && worksIn(municipality);
    }

    /** The token to pass on, if there is one. */
    Optional<Bearer> bearer() {
        return signedIn.map(Presence.SignedIn::bearer);
    }
}
