package se.samordna.coordination.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.platform.Access;
import se.samordna.schemas.Topics;
import se.samordna.streams.Encoder;
import se.samordna.streams.RegistryAway;
import se.samordna.streams.Signals;

/**
 * The log of who looked at which child. Nothing is shown before its entry has been acknowledged (SoLPuL 10; HSLF-FS
 * 2016:40 4:9).
 */
public final class Accesses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Accesses.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String client;
    private final String bootstrap;
    private final Encoder encoder;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /**
     * Connects when first used.
     *
     * @param client whose reading it logs, as the broker knows the connection
     */
    public Accesses(String client, String bootstrap, Encoder encoder) {
        this.client = client;
        this.bootstrap = bootstrap;
        this.encoder = encoder;
    }

    /** Writes them all and waits; whether every one has been acknowledged. */
    public boolean written(List<Access> entries) {
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (Access entry : entries) {
                sent.add(producer()
                        .send(new ProducerRecord<>(
                                Topics.ACCESS_LOG.name(),
                                Signals.key(entry.getChildId()),
                                encoder.write(Topics.ACCESS_LOG, entry))));
            }
            for (Future<?> one : sent) {
                one.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException | RegistryAway e) {
            LOG.warn("The access log cannot be written: {}", e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> known = producer;
        if (known != null) {
            return known;
        }
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "client.id",
                client + "-access-log",
                "acks",
                "all",
                "enable.idempotence",
                true,
                "max.block.ms",
                PATIENCE.toMillis(),
                "request.timeout.ms",
                2_000,
                "delivery.timeout.ms",
                (int) PATIENCE.toMillis());
        KafkaProducer<byte[], byte[]> made =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer = made;
        return made;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(PATIENCE);
        }
    }
}
