package se.samordna.kit.publish;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.kit.intake.Reading;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/**
 * A record on its way to a topic.
 *
 * @param topic where to
 * @param key the record's key
 * @param value the record
 * @param stamp the record's timestamp: the service's clock, or the last Tick of a replay
 */
public record Outgoing(Topic topic, String key, SpecificRecord value, Instant stamp) {

    /**
     * An event or action, to the topic of its type and agency.
     *
     * @throws IllegalArgumentException for a type that is not the agency's, which no reader lets through
     */
    public static Outgoing of(Reading.Event event, Instant stamp) {
        Topic topic = event.type()
                .topic(event.header().getAgency())
                .orElseThrow(() -> new IllegalArgumentException(event.type().name() + " is another agency's"));
        return new Outgoing(topic, Keys.child(event.childId()), event.event(), stamp);
    }

    /** A measurement. */
    public static Outgoing of(Reading.Measurement measurement, Instant stamp) {
        return new Outgoing(
                Topics.MEASUREMENTS, measurement.measurement().getMunicipality(), measurement.measurement(), stamp);
    }

    /** The topic alone: neither key nor value belongs in a log. */
    @Override
    public String toString() {
        return "record for " + topic.name();
    }
}
