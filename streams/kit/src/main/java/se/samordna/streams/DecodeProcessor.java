package se.samordna.streams;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import se.samordna.schemas.Topic;

/** Bytes in; signals to the next processor, the rest to the dead letters. */
public final class DecodeProcessor implements Processor<byte[], byte[], Object, Object> {

    /** The key of a {@link Signal.Tick}, which is of no child. */
    public static final UUID NO_CHILD = new UUID(0, 0);

    private final Decoder decoder;
    private final Signals signals = new Signals();
    private final StreamsMetrics metrics;
    private final String next;
    private final String deadLetters;
    private @Nullable ProcessorContext<Object, Object> context;

    private DecodeProcessor(Decoder decoder, StreamsMetrics metrics, String next, String deadLetters) {
        this.decoder = decoder;
        this.metrics = metrics;
        this.next = next;
        this.deadLetters = deadLetters;
    }

    /**
     * @param topics what the sources read
     * @param next the processor that takes {@link Signal}s by child
     * @param deadLetters the sink made with {@link DeadLetters#topic}
     */
    public static ProcessorSupplier<byte[], byte[], Object, Object> of(
            Registry registry, Collection<Topic> topics, StreamsMetrics metrics, String next, String deadLetters) {
        List<Topic> all = List.copyOf(topics);
        return () -> new DecodeProcessor(new Decoder(registry, all), metrics, next, deadLetters);
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<Object, Object> to = java.util.Objects.requireNonNull(context);
        byte @Nullable [] key = record.key();
        byte @Nullable [] value = record.value();
        RecordMetadata from = to.recordMetadata().orElseThrow();
        Signal.Origin origin =
                new Signal.Origin(key, value, from.topic(), from.partition(), from.offset(), record.timestamp());
        switch (decoder.decode(from.topic(), value)) {
            case Decoded.Dead(DeadReason reason, Optional<String> exception) ->
                to.forward(dead(origin, reason, exception), deadLetters);
            case Decoded.Read read -> {
                switch (signals.read(read, key, origin)) {
                    case Signals.Read.Dead(DeadReason reason) ->
                        to.forward(dead(origin, reason, Optional.empty()), deadLetters);
                    // A new record: the original headers, ten thousand of them perhaps, go no further.
                    case Signals.Read.Live(Signal signal) ->
                        to.forward(new Record<>(child(signal), signal, record.timestamp()), next);
                }
            }
        }
    }

    private static UUID child(Signal signal) {
        return switch (signal) {
            case Signal.Tick _ -> NO_CHILD;
            case Signal.OfChild of -> of.event().childId();
            case Signal.OfOther of -> of.child();
            case Signal.OfRules of -> of.timeliness().childId();
        };
    }

    private Record<byte[], byte[]> dead(Signal.Origin origin, DeadReason reason, Optional<String> exception) {
        metrics.dead(origin.topic(), reason);
        return DeadLetters.of(origin.key(), origin.value(), origin, reason, exception);
    }
}
