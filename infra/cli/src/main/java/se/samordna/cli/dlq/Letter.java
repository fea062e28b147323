package se.samordna.cli.dlq;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import se.samordna.streams.DeadLetters;

/** A record that no app could use, as it lies in its topic of dead letters. */
public record Letter(ConsumerRecord<byte[], byte[]> record) {

    /** What stands for a header that is not there. */
    private static final String NONE = "-";

    public Place place() {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    /** A {@link se.samordna.streams.DeadReason#code}, that of a later release perhaps; {@code -} if it says none. */
    public String reason() {
        return header(DeadLetters.REASON);
    }

    /** Where it came from, in words; {@code -} for what it does not say. */
    public String origin() {
        return header(DeadLetters.TOPIC) + "/" + header(DeadLetters.PARTITION) + "/" + header(DeadLetters.OFFSET);
    }

    /** Where it came from; empty if it does not say. */
    public Optional<Place> from() {
        return Place.of(origin());
    }

    private String header(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse(NONE);
    }
}
