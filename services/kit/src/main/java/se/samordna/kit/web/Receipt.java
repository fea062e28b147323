package se.samordna.kit.web;

import java.util.UUID;

/** What a sender gets for what was taken. */
public sealed interface Receipt {

    /** The state of all that is acknowledged. */
    String STORED = "STORED";

    /** For an event or action. */
    record OfEvent(UUID eventId, UUID childId, String status) implements Receipt {}

    /** For who a child is. */
    record OfIdentity(UUID childId, String municipality, String status) implements Receipt {}

    /** For a measurement. */
    record OfMeasurement(UUID measurementId, String municipality, String status) implements Receipt {}
}
