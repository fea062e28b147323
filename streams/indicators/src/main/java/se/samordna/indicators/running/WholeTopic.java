package se.samordna.indicators.running;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.schemas.Topic;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.Registry;

/**
 * The latest record of each key of a small compacted topic, read from its beginning and kept up with. Until its end was
 * reached once, what it says is no answer.
 *
 * @param <T> the topic's one record type
 */
public final class WholeTopic<T extends SpecificRecord> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WholeTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PAUSE_SECONDS = 2;

    private final Topic topic;
    private final Class<T> type;
    private final BiPredicate<String, T> isRight;
    private final Decoder decoder;
    private final Properties settings;
    private final Map<String, T> latest = new ConcurrentHashMap<>();
    private final CountDownLatch whole = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    /** @param isRight whether a record may stand under its key; one that may not is passed over, and said in the log */
    public WholeTopic(Topic topic, Class<T> type, BiPredicate<String, T> isRight, String bootstrap, Registry registry) {
        this.topic = topic;
        this.type = type;
        this.isRight = isRight;
        this.decoder = new Decoder(registry, List.of(topic));
        this.settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
    }

    public synchronized void start() {
        thread = Thread.ofPlatform().name("whole-" + topic.name()).daemon().start(this::run);
    }

    /** The latest records by key; none while the topic's end has not been reached. */
    public Optional<Map<String, T>> all() {
        return whole.getCount() == 0 ? Optional.of(Map.copyOf(latest)) : Optional.empty();
    }

    /** Waits until the topic's end has been reached; false if this ends before. */
    public boolean awaitWhole() throws InterruptedException {
        while (!whole.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            if (closing.getCount() == 0) {
                return false;
            }
        }
        return true;
    }

    private void run() {
        try {
            do {
                try (var reading =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                    consumer = reading;
                    read(reading);
                } catch (WakeupException e) {
                    LOG.debug("{} is read no further", topic.name());
                } catch (RuntimeException e) {
                    LOG.warn(
                            "{} is read again after {}",
                            topic.name(),
                            e.getClass().getSimpleName());
                }
            } while (!closing.await(PAUSE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(KafkaConsumer<String, byte[]> from) {
        var partitions = from.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        from.assign(partitions);
        from.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(from.endOffsets(partitions));
        while (closing.getCount() > 0) {
            if (ends.entrySet().stream().allMatch(end -> from.position(end.getKey()) >= end.getValue())) {
                whole.countDown();
            }
            from.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            latest.remove(record.key());
        } else if (record.key() != null
                && decoder.decode(topic.name(), value) instanceof Decoded.Read(SpecificRecord read)
                && isRight.test(record.key(), type.cast(read))) {
            latest.put(record.key(), type.cast(read));
        } else {
            LOG.warn("{} has a record at offset {} that is none of ours", topic.name(), record.offset());
        }
    }

    @Override
    public void close() {
        closing.countDown();
        Optional.ofNullable(consumer).ifPresent(KafkaConsumer::wakeup);
        Thread reading;
        synchronized (this) {
            reading = thread;
        }
        if (reading != null) {
            try {
                reading.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
