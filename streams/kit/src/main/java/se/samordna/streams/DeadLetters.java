package se.samordna.streams;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be used, as it is put away for the operator: its own bytes, and headers that say where it lay and
 * why it is here. The original headers are dropped and no message of an exception is kept: either may quote a person.
 */
public final class DeadLetters {

    public static final String TOPIC = "samordna.dlq.topic";
    public static final String PARTITION = "samordna.dlq.partition";
    public static final String OFFSET = "samordna.dlq.offset";
    /** A {@link DeadReason#code}. */
    public static final String REASON = "samordna.dlq.reason";
    /** A class name; left out where nothing was thrown. */
    public static final String EXCEPTION = "samordna.dlq.exception";

    private DeadLetters() {}

    /** The record to forward to the sink made with {@link #topic}. */
    public static Record<byte[], byte[]> of(
            byte @Nullable [] key,
            byte @Nullable [] value,
            Signal.Origin origin,
            DeadReason reason,
            Optional<String> exception) {
        Headers headers = new RecordHeaders();
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, Integer.toString(origin.partition()));
        put(headers, OFFSET, Long.toString(origin.offset()));
        put(headers, REASON, reason.code());
        exception.ifPresent(name -> put(headers, EXCEPTION, name));
        return new Record<>(key, value, Math.max(0, origin.timestamp()), headers);
    }

    /** Picks {@code <topic>.dlq} of the topic the record came from. */
    public static TopicNameExtractor<byte[], byte[]> topic() {
        return new OfSource();
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A class of its own so that the description of a topology has its name and not a lambda's. */
    private static final class OfSource implements TopicNameExtractor<byte[], byte[]> {
        @Override
        public String extract(
                byte @Nullable [] key,
                byte @Nullable [] value,
                org.apache.kafka.streams.processor.RecordContext context) {
            return context.topic() + ".dlq";
        }

        @Override
        public String toString() {
            return "<source topic>.dlq";
        }
    }
}
