package se.samordna.cli.replay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import se.samordna.kit.intake.Reading;
import se.samordna.local.Connections;
import se.samordna.local.StartupProblem;
import se.samordna.local.Ticker;
import se.samordna.local.WireWriter;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/**
 * To Kafka, in large batches. At each simulated day's end it waits for the broker, so that no partition's clock can run
 * more than a day ahead of its events.
 */
public final class KafkaSink implements Sink, AutoCloseable {
    private static final long DAY = 86_400_000L;

    private final KafkaProducer<byte[], byte[]> producer;
    private final WireWriter writer;
    private final Ticker ticker;
    private final AtomicReference<Optional<Exception>> failure = new AtomicReference<>(Optional.empty());
    private final Callback noteFailure;
    private long day = Long.MIN_VALUE;

    public KafkaSink(String bootstrap, String registry) {
        this.producer = new KafkaProducer<>(
                Connections.producer(bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        this.writer = new WireWriter(registry);
        this.ticker = new Ticker(producer, writer);
        this.noteFailure = (metadata, exception) -> {
            if (exception != null) {
                failure.updateAndGet(first -> first.isPresent() ? first : Optional.of(exception));
            }
        };
    }

    @Override
    public void event(Reading.Event event, long stamp) {
        Topic topic = event.type().topic(event.header().getAgency()).orElseThrow();
        send(topic, Keys.child(event.childId()), event.event(), stamp);
    }

    @Override
    public void measurement(Reading.Measurement measurement, long stamp) {
        send(Topics.MEASUREMENTS, measurement.measurement().getMunicipality(), measurement.measurement(), stamp);
    }

    private void send(Topic topic, String key, SpecificRecord value, long stamp) {
        byte[] bytes = writer.bytes(topic, value);
        // Its outcome comes to the callback; settle() tells it.
        Future<?> unused = producer.send(
                new ProducerRecord<>(topic.name(), null, stamp, key.getBytes(StandardCharsets.UTF_8), bytes),
                noteFailure);
    }

    @Override
    public void tick(Instant at) {
        long next = Math.floorDiv(at.toEpochMilli(), DAY);
        if (next != day) {
            day = next;
            settle();
        }
        ticker.tick(at);
    }

    @Override
    public void settle() {
        producer.flush();
        failure.get().ifPresent(cause -> {
            throw new StartupProblem("The broker did not take a record: " + cause.getMessage(), cause);
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
