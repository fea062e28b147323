package se.samordna.coordination.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import se.samordna.schemas.Topic;

/**
 * What is to be read.
 *
 * @param topics of these; with a cursor it is one
 * @param child of which alone, by the key; empty: of all
 * @param before how far back it has been read; empty: from the newest
 * @param from no record stamped before is wanted; some may be given to {@code reading} all the same, which leaves them out
 * @param rows the most that are wanted
 * @param patience for how long
 * @param values whether a record's value is needed; without it a reel holds none of them, and {@code
 *     serializedValueSize} tells how long it was
 * @param reading makes a row of a record, or leaves it out
 */
public record Scan<T>(
        List<Topic> topics,
        Optional<UUID> child,
        Optional<Cursor> before,
        Instant from,
        int rows,
        Duration patience,
        boolean values,
        Function<ConsumerRecord<byte[], byte[]>, Optional<T>> reading) {

    /** Of whole topics, from the newest, by keys and headers alone. */
    public static <T> Scan<T> withoutValues(
            List<Topic> topics,
            int rows,
            Duration patience,
            Function<ConsumerRecord<byte[], byte[]>, Optional<T>> reading) {
        return new Scan<>(topics, Optional.empty(), Optional.empty(), Instant.EPOCH, rows, patience, false, reading);
    }
}
