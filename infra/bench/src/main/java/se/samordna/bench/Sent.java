package se.samordna.bench;

import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.schemas.Topic;

/**
 * One event on its way to its topic.
 *
 * @param at when it was taken in
 */
record Sent(Topic topic, UUID childId, Instant at, SpecificRecord record) {}
