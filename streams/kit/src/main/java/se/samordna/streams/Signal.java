package se.samordna.streams;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.rules.Cause;
import se.samordna.rules.Crossing;
import se.samordna.rules.Event;
import se.samordna.rules.Timeliness;

/** What reaches an application's processor. */
public sealed interface Signal {

    /** The partition's clock is at least this. */
    record Tick(Instant at) implements Signal {}

    /**
     * An event or an action of a child.
     *
     * @param record the same as Avro, as the child store keeps it
     * @param origin the bytes it came as, should it yet be a dead letter
     */
    record OfChild(Event event, SpecificRecord record, Origin origin) implements Signal {}

    /**
     * What another child tells a child.
     *
     * @param number of all it is told of a kind by one teller the greatest holds; 0 of a release that gave none
     * @param cause why it says something else than before
     * @param parts of a {@link se.samordna.rules.HistoryOf}, as the child store keeps them
     */
    record OfOther(
            UUID child, Crossing crossing, long number, Optional<Cause> cause, Map<UUID, byte[]> parts, Origin origin)
            implements Signal {}

    /** What the rules tell the indicators of a child's alert. */
    record OfRules(Timeliness timeliness, Origin origin) implements Signal {}

    /** A record's own bytes and where it lay. */
    record Origin(byte[] key, byte[] value, String topic, int partition, long offset, long timestamp) {}
}
