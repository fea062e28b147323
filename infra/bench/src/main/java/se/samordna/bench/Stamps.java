package se.samordna.bench;

import java.time.Instant;

/** What time a record carries, which is what moves a child's clock between two Ticks. */
enum Stamps {
    /** The moment the event was taken in, as the services stamp it: nothing is ahead of its own record. */
    TAKEN_IN,
    /** The last Tick, here the hour before, as a replay stamps it: an event comes into force with the next one. */
    LAST_TICK;

    Instant of(Sent event) {
        return switch (this) {
            case TAKEN_IN -> event.at();
            case LAST_TICK -> Load.hour(event.at());
        };
    }
}
