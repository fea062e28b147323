package se.samordna.coordination.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.streams.RegistryAway;

/** Answers questions to the log, few at a time. Safe for several threads. */
public final class LogReader {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final int AT_ONCE = 2;
    private static final long QUEUE_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 4_000;

    private final String bootstrap;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public LogReader(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Rows from the newest back. */
    public <T> Found<T> newestFirst(Scan<T> scan) {
        return with(consumer -> new Backwards<>(consumer, scan).read());
    }

    /** Asks something of a consumer of committed records, in no group; it is closed afterwards. */
    <T> Found<T> with(Function<KafkaConsumer<byte[], byte[]>, Found<T>> question) {
        try {
            if (!places.tryAcquire(QUEUE_MILLIS, TimeUnit.MILLISECONDS)) {
                return new Found.Busy<>();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found.Busy<>();
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return question.apply(consumer);
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
            return new Found.Away<>();
        } catch (KafkaException | RegistryAway e) {
            LOG.warn("the log cannot be read: {}", e.getClass().getSimpleName());
            return new Found.Away<>();
        } finally {
            places.release();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> all = new HashMap<>();
        all.put("bootstrap.servers", bootstrap);
        all.put("client.id", "coordination-log-reader");
        all.put("isolation.level", "read_committed");
        all.put("enable.auto.commit", false);
        all.put("auto.offset.reset", "earliest");
        all.put("max.poll.records", 5_000);
        all.put("fetch.max.wait.ms", 50);
        all.put("request.timeout.ms", ANSWER_MILLIS - 500);
        all.put("default.api.timeout.ms", ANSWER_MILLIS);
        all.put("allow.auto.create.topics", false);
        return all;
    }
}
