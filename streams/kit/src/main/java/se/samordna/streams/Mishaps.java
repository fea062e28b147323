package se.samordna.streams;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.rules.Event;

/** What becomes of a record that does not count, or that we fail at: a dead letter, a number and an alarm, and on. */
public final class Mishaps {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private final ProcessorContext<byte[], byte[]> context;
    private final StreamsMetrics metrics;
    private final String sink;
    private final Set<UUID> tooLarge = new HashSet<>(2);

    /** @param sink the topology's name of where dead letters go */
    public Mishaps(ProcessorContext<byte[], byte[]> context, StreamsMetrics metrics, String sink) {
        this.context = context;
        this.metrics = metrics;
        this.sink = sink;
    }

    /** @param exception the class of what was thrown; its message may hold content and goes nowhere */
    public void dead(Signal.Origin origin, DeadReason reason, Optional<String> exception) {
        metrics.dead(origin.topic(), reason);
        context.forward(DeadLetters.of(origin.key(), origin.value(), origin, reason, exception), sink);
    }

    /** A fault of our own at a record of a child. */
    public void fault(UUID child, Signal.Origin origin, RuntimeException e) {
        Optional<String> name = Optional.of(e.getClass().getName());
        if (e instanceof ChildTooLarge) {
            tooLarge(child);
            dead(origin, DeadReason.CHILD_TOO_LARGE, name);
        } else {
            LOG.error("A fault of our own in {}", e.getClass().getName());
            dead(origin, DeadReason.INTERNAL_ERROR, name);
        }
    }

    /** A fault of our own at a wake-up of a child, which no record brought about. */
    public void atWakeUp(UUID child, RuntimeException e) {
        if (e instanceof ChildTooLarge) {
            tooLarge(child);
        } else {
            LOG.error("A fault of our own in {} at a wake-up", e.getClass().getName());
        }
        metrics.count("samordna.wake.up.faults");
    }

    /** Whether an event is held, asked after a fault at it; no if its child cannot be read either. */
    public boolean isHeld(ChildStore<?> children, Event event) {
        try {
            return children.load(event.childId()).child().find(event.eventId()).isPresent();
        } catch (KafkaException e) {
            throw e; // the store's
        } catch (RuntimeException e) {
            children.drop(event.childId());
            unreadable(e);
            return false;
        }
    }

    private static void unreadable(RuntimeException e) {
        LOG.error(
                "A fault of our own in {} at a child that cannot be read",
                e.getClass().getName());
    }

    /** One alarm a child: what comes of it from then on fails for the same reason, until a person mends that. */
    private void tooLarge(UUID child) {
        if (tooLarge.add(child)) {
            LOG.error("More is held of a child than a record takes: what comes of it goes to the dead letters");
            metrics.count("samordna.children.too.large");
        }
    }
}
