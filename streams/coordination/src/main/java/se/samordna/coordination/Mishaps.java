package se.samordna.coordination;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.streams.ChildTooLarge;
import se.samordna.streams.DeadLetters;
import se.samordna.streams.DeadReason;
import se.samordna.streams.Signal;
import se.samordna.streams.StreamsMetrics;

/** What becomes of a record that does not count, or that we fail at: a dead letter, a number and an alarm, and on. */
final class Mishaps {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private final ProcessorContext<byte[], byte[]> context;
    private final StreamsMetrics metrics;

    Mishaps(ProcessorContext<byte[], byte[]> context, StreamsMetrics metrics) {
        this.context = context;
        this.metrics = metrics;
    }

    void dead(Signal.Origin origin, DeadReason reason, Optional<String> exception) {
        metrics.dead(origin.topic(), reason);
        context.forward(
                DeadLetters.of(origin.key(), origin.value(), origin, reason, exception),
                CoordinationTopology.DEAD_LETTERS);
    }

    /** A fault of our own at a record. */
    void fault(Signal.Origin origin, RuntimeException e) {
        LOG.error("A fault of our own in {}", e.getClass().getName());
        count(e);
        dead(origin, DeadReason.INTERNAL_ERROR, Optional.of(e.getClass().getName()));
    }

    /** A fault of our own at a wake-up, which no record brought about. */
    void atWakeUp(RuntimeException e) {
        LOG.error("A fault of our own in {} at a wake-up", e.getClass().getName());
        count(e);
        metrics.count("samordna.wake.up.faults");
    }

    /** A fault of our own at a child that was to be looked up after another. */
    void unreadable(RuntimeException e) {
        LOG.error(
                "A fault of our own in {} at a child that cannot be read",
                e.getClass().getName());
    }

    private void count(RuntimeException e) {
        if (e instanceof ChildTooLarge) {
            metrics.count("samordna.children.too.large");
        }
    }
}
