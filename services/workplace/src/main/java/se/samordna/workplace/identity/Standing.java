package se.samordna.workplace.identity;

import java.util.List;
import se.samordna.access.Caller;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.workplace.query.ChildAnswer;
import se.samordna.workplace.query.Event;

/**
 * How someone stands to a child, by what coordination shows them of it.
 *
 * @param events that they see, oldest first
 */
record Standing(Caller caller, ChildAnswer child, List<Event> events) {

    /**
     * Whether what that authority told is theirs to know: their own authority's, or, to the social services, another's of
     * which they see an event. That an authority has told who a child is tells that it knows the child; so it is shown to
     * whoever is shown that anyway, and to nobody else.
     */
    boolean sees(Agency agency, String municipality) {
        if (caller.agency().filter(agency::equals).isPresent()) {
            return caller.area().covers(municipality);
        }
        return isSocial()
                && events.stream()
                        .anyMatch(event -> event.agency().equals(agency.name())
                                && event.fact("municipality").equals(municipality));
    }

    /** Whether what they see of the child says that its identity is protected. */
    boolean isProtected() {
        return !child.protectedIdentity().equals("NONE");
    }

    /** Of a protected child: the social services alone, and only while they have an open case on it. */
    boolean mayMeetTheProtected() {
        boolean theirWork = caller.role() == Role.COORDINATOR || caller.role() == Role.CASE_WORKER;
        return isSocial() && theirWork && OpenCase.in(events, caller.area());
    }

    private boolean isSocial() {
        return caller.agency().filter(Agency.SOCIAL_SERVICES::equals).isPresent();
    }
}
