package se.samordna.rules;

import java.time.Instant;
import java.util.Optional;

/** What may be joined now (design decision 4; rules.md, reads). */
public final class Gate {

    /** The gate of a child at an instant. */
    public static Gate of(Child child, Instant now) {
        throw new UnsupportedOperationException("to come");
    }

    public GateStatus status(Fact<?> fact) {
        throw new UnsupportedOperationException("to come");
    }

    /** Whether an active consent of any id names the agency in its {@code to}. */
    public boolean consentTo(Agency agency) {
        throw new UnsupportedOperationException("to come");
    }

    /** The next later instant at which a consent ends by its date. */
    public Optional<Instant> nextChange() {
        throw new UnsupportedOperationException("to come");
    }
}
