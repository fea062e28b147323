package se.samordna.kit.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.events.EventHeader;
import se.samordna.measures.MunicipalMeasurement;
import se.samordna.schemas.EventType;

/** What a line turned out to be. */
public sealed interface Reading {

    /**
     * An agency's event or a coordinator's action, valid in every field.
     *
     * @param type its type; {@link EventType#topic} says where it goes
     * @param header who, of which child, when
     * @param event the whole record, header included
     */
    record Event(EventType type, EventHeader header, SpecificRecord event) implements Reading {

        /** The record's key. */
        public UUID childId() {
            return header.getChildId();
        }

        /** The sender's id, the idempotency key. */
        public UUID eventId() {
            return header.getEventId();
        }

        /** The type alone: what the event says of a child belongs in no log. */
        @Override
        public String toString() {
            return type.name();
        }
    }

    /** A figure of a municipality. */
    record Measurement(MunicipalMeasurement measurement) implements Reading {}

    /** The clock of a replay moves on. */
    record Tick(Instant at) implements Reading {}

    /** Not fit to be published; every fault is listed, none of them quotes a value. */
    record Refused(List<Fault> faults) implements Reading {}
}
