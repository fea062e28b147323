package se.samordna.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import se.samordna.platform.Tick;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topics;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;

/** Writes a load to the source topics, as the services or a replay would: Avro, lz4, stamped as its {@link Stamps} say. */
final class LoadWriter implements Load.Reader {
    private final Producer<byte[], byte[]> producer;
    private final Encoder encoder;
    private final int partitions;
    private final Stamps stamps;
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
    private long written;

    private LoadWriter(Producer<byte[], byte[]> producer, Encoder encoder, int partitions, Stamps stamps) {
        this.producer = producer;
        this.encoder = encoder;
        this.partitions = partitions;
        this.stamps = stamps;
    }

    /** Writes them all; returns how many events, ticks not counted. */
    static long write(Load load, String bootstrap, Registry registry, int partitions) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "compression.type", "lz4", "linger.ms", 50, "batch.size", 256 << 10);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var writer = new LoadWriter(producer, new Encoder(registry), partitions, load.stamps());
            load.read(writer);
            producer.flush();
            writer.refused().ifPresent(refused -> {
                throw new IllegalStateException("the load could not be written", refused);
            });
            return writer.written;
        }
    }

    @Override
    public void tick(Instant at) {
        byte[] value = encoder.write(Topics.CLOCK, new Tick(at));
        for (int partition = 0; partition < partitions; partition++) {
            byte[] key = Integer.toString(partition).getBytes(StandardCharsets.UTF_8);
            producer.send(
                    new ProducerRecord<>(Topics.CLOCK.name(), partition, at.toEpochMilli(), key, value), this::sent);
        }
    }

    @Override
    public void event(Sent event) {
        byte[] key = Keys.child(event.childId()).getBytes(StandardCharsets.UTF_8);
        byte[] value = encoder.write(event.topic(), event.record());
        producer.send(
                new ProducerRecord<>(
                        event.topic().name(), null, stamps.of(event).toEpochMilli(), key, value),
                this::sent);
        written++;
    }

    private void sent(RecordMetadata where, @Nullable Exception refusal) {
        if (refusal != null) {
            refused.compareAndSet(null, refusal);
        }
    }

    private Optional<Exception> refused() {
        return Optional.ofNullable(refused.get());
    }
}
