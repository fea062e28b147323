package se.samordna.cli.dlq;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which dead letters were put back before, and when: the records of {@code platform.replays}, by their keys. */
public final class Replays {
    private final Map<Place, Instant> at = new HashMap<>();

    /** Takes in a record of the topic; one whose key is no place says nothing. */
    public void take(ConsumerRecord<byte[], byte[]> record) {
        Optional.ofNullable(record.key())
                .flatMap(key -> Place.of(new String(key, StandardCharsets.UTF_8)))
                .ifPresent(letter -> at.put(letter, Instant.ofEpochMilli(record.timestamp())));
    }

    /** When a letter was put back; empty if it was not. */
    public Optional<Instant> of(Place letter) {
        return Optional.ofNullable(at.get(letter));
    }
}
