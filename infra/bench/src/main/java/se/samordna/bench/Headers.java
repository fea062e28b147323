package se.samordna.bench;

import java.time.Instant;
import se.samordna.events.Agency;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;

/** The header of a child's nth event. */
final class Headers {
    private static final String MUNICIPALITY = "2380";
    private static final String SOURCE = "urn:bench";
    /** From the fact to its intake. */
    private static final long TRAVEL_SECONDS = 2;

    private final Load load;
    private final Dice dice;

    Headers(Load load) {
        this.load = load;
        dice = load.dice();
    }

    @SuppressWarnings("NullAway") // what is left out is null in a generated record
    EventHeader of(int child, long number, Agency agency, Ground ground, Instant receivedAt) {
        return new EventHeader(
                dice.id(child, number, 7),
                load.childId(child),
                MUNICIPALITY,
                agency,
                SOURCE,
                receivedAt.minusSeconds(TRAVEL_SECONDS),
                receivedAt,
                ground,
                null,
                ProtectedIdentity.NONE,
                null,
                null);
    }
}
