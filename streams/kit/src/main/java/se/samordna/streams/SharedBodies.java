package se.samordna.streams;

import java.util.Optional;
import se.samordna.events.ConsentGiven;
import se.samordna.events.ConsentWithdrawn;
import se.samordna.events.IdentityMerged;
import se.samordna.events.Retracted;
import se.samordna.events.SipClosed;
import se.samordna.events.SipMeetingHeld;
import se.samordna.events.SipProposed;
import se.samordna.events.SipRefused;
import se.samordna.events.SipStarted;
import se.samordna.rules.SharedFact;

/** What any agency may send, field by field from its Avro record to the domain. */
final class SharedBodies {

    private SharedBodies() {}

    static void addTo(Bodies bodies) {
        bodies.on(
                ConsentGiven.class,
                r -> new SharedFact.ConsentGiven(
                        r.getConsentId(),
                        Bodies.agencies(r.getFrom()),
                        Bodies.agencies(r.getTo()),
                        Optional.ofNullable(r.getValidUntil())));
        bodies.on(ConsentWithdrawn.class, r -> new SharedFact.ConsentWithdrawn(r.getConsentId()));
        bodies.on(SipProposed.class, r -> new SharedFact.SipProposed(Optional.ofNullable(r.getSipId())));
        bodies.on(SipRefused.class, _ -> new SharedFact.SipRefused());
        bodies.on(SipStarted.class, r -> new SharedFact.SipStarted(r.getSipId(), Bodies.agencies(r.getMembers())));
        bodies.on(
                SipMeetingHeld.class,
                r -> new SharedFact.SipMeetingHeld(r.getSipId(), Optional.ofNullable(r.getNextFollowUp())));
        bodies.on(
                SipClosed.class,
                r -> new SharedFact.SipClosed(
                        r.getSipId(),
                        SharedFact.GoalsMet.valueOf(r.getGoalsMet().name())));
        bodies.on(Retracted.class, r -> new SharedFact.Retracted(r.getRetracts(), r.getReason()));
        bodies.on(IdentityMerged.class, r -> new SharedFact.IdentityMerged(r.getOldChildId()));
    }
}
