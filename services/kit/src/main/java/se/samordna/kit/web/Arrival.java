package se.samordna.kit.web;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import se.samordna.kit.intake.Reading;
import se.samordna.kit.publish.Outgoing;
import se.samordna.schemas.ContentDigest;

/**
 * A valid event that is not yet published.
 *
 * @param id what makes it one and the same when sent again
 * @param digest what it says
 * @param idField the field that holds its id
 * @param event the event, unless it is a measurement, which coordination never sees
 */
record Arrival(
        String id,
        String digest,
        String idField,
        Optional<Reading.Event> event,
        Outgoing record,
        Receipt receipt,
        OptionalInt index) {

    static Arrival of(Reading.Event event, Instant stamp, OptionalInt index) {
        return new Arrival(
                eventId(event.childId(), event.eventId()),
                ContentDigest.of(event.event()),
                "eventId",
                Optional.of(event),
                Outgoing.of(event, stamp),
                new Receipt.OfEvent(event.eventId(), event.childId(), Receipt.STORED),
                index);
    }

    static Arrival of(Reading.Measurement reading, Instant stamp, OptionalInt index) {
        var measurement = reading.measurement();
        return new Arrival(
                measurement.getMeasurementId() + "/" + measurement.getRevision(),
                ContentDigest.of(measurement),
                "measurementId",
                Optional.empty(),
                Outgoing.of(reading, stamp),
                new Receipt.OfMeasurement(
                        measurement.getMeasurementId(), measurement.getMunicipality(), Receipt.STORED),
                index);
    }

    static String eventId(UUID childId, UUID eventId) {
        return childId + "/" + eventId;
    }

    PostedFault conflict() {
        return new PostedFault(idField, "same-id-other-content", index);
    }

    /** The id alone is a child's; so nothing is printed. */
    @Override
    public String toString() {
        return record.toString();
    }
}
