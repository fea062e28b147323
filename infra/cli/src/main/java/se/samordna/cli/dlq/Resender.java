package se.samordna.cli.dlq;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import se.samordna.local.StartupProblem;
import se.samordna.platform.Replayed;
import se.samordna.schemas.Topics;

/**
 * Puts dead letters back where they came from, some at a time: their own key, bytes and timestamp and no header, each with
 * its mark on {@code platform.replays} in one transaction. So none goes back without its mark, or twice: whoever {@linkplain
 * #begin begins} later stops whoever began before, and reads the marks after that. For one thread.
 */
public final class Resender implements AutoCloseable {
    /** Of the transactions; the same for everybody, which is what stops one when another begins. */
    public static final String ID = "samordna-dlq-replay";

    private static final int AT_ONCE = 500;
    private static final int BYTES_AT_ONCE = 8 << 20;

    private final Producer<byte[], byte[]> producer;
    private final Function<Replayed, byte[]> marks;
    private final Clock clock;
    private final BiConsumer<Letter, Place> sent;
    private final List<Underway> underway = new ArrayList<>();
    private int bytes;

    private record Underway(Letter letter, Future<RecordMetadata> record) {}

    /**
     * @param producer with transactions of {@link #ID}
     * @param marks makes a mark the value of its record
     * @param sent hears of each letter where it lies now, once that is certain
     */
    public Resender(
            Producer<byte[], byte[]> producer,
            Function<Replayed, byte[]> marks,
            Clock clock,
            BiConsumer<Letter, Place> sent) {
        this.producer = producer;
        this.marks = marks;
        this.clock = clock;
        this.sent = sent;
    }

    /** Stops every other one; what it has not put back for certain, it will not. */
    public void begin() {
        tried(producer::initTransactions);
    }

    /** Puts a letter back, with the next ones. */
    public void send(Letter letter, Place from) {
        tried(() -> {
            if (underway.isEmpty()) {
                producer.beginTransaction();
            }
            var record = letter.record();
            underway.add(new Underway(
                    letter,
                    producer.send(new ProducerRecord<>(
                            from.topic(), from.partition(), record.timestamp(), record.key(), record.value()))));
            Future<RecordMetadata> unused = producer.send(mark(letter.place()));
        });
        bytes += Math.max(0, letter.record().serializedValueSize());
        if (underway.size() >= AT_ONCE || bytes >= BYTES_AT_ONCE) {
            settle();
        }
    }

    private ProducerRecord<byte[], byte[]> mark(Place letter) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new ProducerRecord<>(
                Topics.REPLAYS.name(),
                0,
                at.toEpochMilli(),
                letter.toString().getBytes(StandardCharsets.UTF_8),
                marks.apply(new Replayed(letter.topic(), letter.partition(), letter.offset(), at)));
    }

    /** Returns when all that was sent is back for certain. */
    public void settle() {
        if (underway.isEmpty()) {
            return;
        }
        tried(producer::commitTransaction);
        for (Underway each : underway) {
            RecordMetadata lies = metadata(each.record);
            sent.accept(each.letter, new Place(lies.topic(), lies.partition(), lies.offset()));
        }
        underway.clear();
        bytes = 0;
    }

    private static RecordMetadata metadata(Future<RecordMetadata> committed) {
        try {
            return committed.get();
        } catch (ExecutionException e) {
            throw new StartupProblem("The broker did not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Interrupted", e);
        }
    }

    private void tried(Runnable step) {
        try {
            step.run();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new StartupProblem(
                    "Another `dlq replay` has begun: what this one has not said to be replayed is left to that one.",
                    e);
        } catch (TimeoutException e) {
            throw new StartupProblem(
                    "The broker does not answer. What was not said to be replayed may or may not be: `dlq list` tells.",
                    e);
        } catch (KafkaException e) {
            throw new StartupProblem(
                    "The broker did not take them (" + e.getClass().getSimpleName()
                            + "). What was not said to be replayed is not.",
                    e);
        }
    }

    /** A transaction that is open is given up. */
    @Override
    public void close() {
        producer.close();
    }
}
