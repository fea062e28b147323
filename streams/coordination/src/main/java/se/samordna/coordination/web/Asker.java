package se.samordna.coordination.web;

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

    /** As alert topics and lines name the asker's agency. */
    String recipient() {
        return Agencies.wireName(se.samordna.events.Agency.valueOf(agency.name()));
    }

    /** Whether it may know that a child is unknown: the social services are shown every child's released events. */
    boolean mayKnowWhoIsUnknown() {
        return agency == Agency.SOCIAL_SERVICES;
    }
}
