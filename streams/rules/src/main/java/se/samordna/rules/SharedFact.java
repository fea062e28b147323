package se.samordna.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What any agency may send: consents, coordinated individual plans (SIP; SoL 10:8, HSL 16:4), and repairs. */
public sealed interface SharedFact extends Body {

    enum GoalsMet {
        YES,
        PARTLY,
        NO
    }

    /** Events of the agencies in {@code from} may be shown to those in {@code to}, through {@code validUntil}. */
    record ConsentGiven(String consentId, List<Agency> from, List<Agency> to, Optional<LocalDate> validUntil)
            implements SharedFact {
        public ConsentGiven {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    record ConsentWithdrawn(String consentId) implements SharedFact {}

    record SipProposed(Optional<String> sipId) implements SharedFact {}

    record SipRefused() implements SharedFact {}

    record SipStarted(String sipId, List<Agency> members) implements SharedFact {
        public SipStarted {
            members = List.copyOf(members);
        }
    }

    record SipMeetingHeld(String sipId, Optional<LocalDate> nextFollowUp) implements SharedFact {}

    record SipClosed(String sipId, GoalsMet goalsMet) implements SharedFact {}

    /** Takes back the event {@code retracts} and everything that corrected it. */
    record Retracted(UUID retracts, String reason) implements SharedFact {}

    /** Sent on the new child: the old child's events are this child's. */
    record IdentityMerged(UUID oldChildId) implements SharedFact {}
}
