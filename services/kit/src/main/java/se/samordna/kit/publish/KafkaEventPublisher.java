package se.samordna.kit.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.DefaultTransactionIdSuffixStrategy;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/**
 * Kafka itself: idempotent, {@code acks=all}. One record goes by a shared producer, several by one of a few transactional
 * ones; Spring's factory closes and replaces a producer whose transaction ended in doubt, and the next one with the same
 * transactional id ends what was left open.
 */
public final class KafkaEventPublisher implements EventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventPublisher.class);
    private static final int TRANSACTIONS_AT_ONCE = 4;
    private static final int MAX_BLOCK_MILLIS = 3_000;
    private static final int DELIVERY_MILLIS = 4_000;
    private static final int REQUEST_MILLIS = 2_000;
    private static final int TRANSACTION_MILLIS = 10_000;

    private final Semaphore turns = new Semaphore(TRANSACTIONS_AT_ONCE);
    private final WireBytes wire;
    private final DefaultKafkaProducerFactory<String, byte[]> singly;
    private final DefaultKafkaProducerFactory<String, byte[]> together;
    private final KafkaTemplate<String, byte[]> one;
    private final KafkaTemplate<String, byte[]> several;

    /**
     * Connects when first used.
     *
     * @param bootstrap the brokers
     * @param wire how records become bytes
     * @param name client id, and prefix of the transactional ids: one per running instance, the same after a restart
     */
    public KafkaEventPublisher(String bootstrap, WireBytes wire, String name) {
        this.wire = wire;
        this.singly = new DefaultKafkaProducerFactory<>(settings(bootstrap, name));
        this.together = new DefaultKafkaProducerFactory<>(settings(bootstrap, name + "-together"));
        together.setTransactionIdPrefix(name + "-");
        // Few ids, used again and again: a new producer then fences what an old one left open, and readers wait no
        // longer.
        together.setTransactionIdSuffixStrategy(new DefaultTransactionIdSuffixStrategy(TRANSACTIONS_AT_ONCE));
        this.one = template(singly);
        this.several = template(together);
    }

    private static Map<String, Object> settings(String bootstrap, String clientId) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }

    private static KafkaTemplate<String, byte[]> template(DefaultKafkaProducerFactory<String, byte[]> producers) {
        KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(producers);
        // Spring's own listener logs key and value of a record that could not be sent.
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    @Override
    public Published publish(List<Outgoing> records) {
        List<ProducerRecord<String, byte[]>> ready = new ArrayList<>(records.size());
        for (Outgoing record : records) {
            switch (wire.of(record)) {
                case WireBytes.Result.Bytes(byte[] bytes) ->
                    ready.add(new ProducerRecord<>(
                            record.topic().name(), null, record.stamp().toEpochMilli(), record.key(), bytes));
                case WireBytes.Result.Unavailable(Published.Missing missing) -> {
                    LOG.warn("Not published: {} is away", missing);
                    return new Published.Away(missing);
                }
            }
        }
        return ready.size() == 1 ? alone(ready.getFirst()) : inOneTransaction(ready);
    }

    private Published alone(ProducerRecord<String, byte[]> record) {
        try {
            one.send(record).get(MAX_BLOCK_MILLIS + DELIVERY_MILLIS, TimeUnit.MILLISECONDS);
            return new Published.Acknowledged();
        } catch (ExecutionException | TimeoutException | KafkaException | org.springframework.kafka.KafkaException e) {
            return away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away(e);
        }
    }

    private Published inOneTransaction(List<ProducerRecord<String, byte[]>> records) {
        try {
            if (!turns.tryAcquire(MAX_BLOCK_MILLIS, TimeUnit.MILLISECONDS)) {
                return new Published.Away(Published.Missing.BROKER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away(e);
        }
        try {
            several.executeInTransaction(kafka -> {
                // Each has its outcome in the commit, which fails if one of them did.
                List<CompletableFuture<?>> sent = new ArrayList<>(records.size());
                records.forEach(record -> sent.add(kafka.send(record)));
                return sent.size();
            });
            return new Published.Acknowledged();
        } catch (KafkaException | org.springframework.kafka.KafkaException e) {
            return away(e);
        } finally {
            turns.release();
        }
    }

    /** The class of the exception alone: its message may tell of the record. */
    private static Published away(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        LOG.warn("Not acknowledged by the broker: {}", cause.getClass().getSimpleName());
        return new Published.Away(Published.Missing.BROKER);
    }

    @Override
    public void close() {
        singly.destroy();
        together.destroy();
        wire.close();
    }
}
