package se.samordna.rules;

import java.time.Instant;

/** The least of some instants after now. */
final class Earliest {

    private final Instant now;
    private Instant least = Span.NEVER;

    Earliest(Instant now) {
        this.now = now;
    }

    void add(Instant at) {
        if (at.isAfter(now) && at.isBefore(least)) {
            least = at;
        }
    }

    /** {@link Span#NEVER} if there was none. */
    Instant instant() {
        return least;
    }
}
