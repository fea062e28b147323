package se.samordna.coordination.running;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.schemas.Topic;

/**
 * Reads topics by a thread of its own and goes on reading, committed records only. After a fault, and at every start, it
 * begins anew.
 */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PAUSE = 2_000;

    private final String name;
    private final String bootstrap;
    private final List<Part> parts;
    private final Consumer<ConsumerRecord<byte[], byte[]>> taking;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean whole;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;

    /**
     * A topic to read.
     *
     * @param last so many of each partition's last records to begin with
     */
    record Part(Topic topic, long last) {

        static Part whole(Topic topic) {
            return new Part(topic, Long.MAX_VALUE);
        }
    }

    /**
     * @param name of the thread and the client
     * @param taking given each record, by that thread
     */
    Follower(String name, String bootstrap, List<Part> parts, Consumer<ConsumerRecord<byte[], byte[]>> taking) {
        this.name = name;
        this.bootstrap = bootstrap;
        this.parts = List.copyOf(parts);
        this.taking = taking;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name(name).start(this::run);
        }
    }

    /** Whether everything that was there at the start has been taken. */
    boolean whole() {
        return whole;
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (KafkaConsumer<byte[], byte[]> reading = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            bootstrap,
                            "client.id",
                            name,
                            "isolation.level",
                            "read_committed",
                            "enable.auto.commit",
                            false,
                            "max.poll.records",
                            5_000),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                consumer = reading;
                follow(reading);
            } catch (WakeupException e) {
                LOG.debug("woken to end");
            } catch (RuntimeException e) {
                // Whatever it was: a frozen list that calls itself whole would be worse than one that is read again.
                LOG.warn("{} begins anew after {}", name, e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> reading) {
        // Not whole until it has caught up: read anew, an old revision would pass for what is true now.
        whole = false;
        Map<TopicPartition, Long> lasts = new HashMap<>();
        parts.forEach(part -> reading.partitionsFor(part.topic().name())
                .forEach(p -> lasts.put(new TopicPartition(p.topic(), p.partition()), part.last())));
        reading.assign(lasts.keySet());
        Map<TopicPartition, Long> begins = reading.beginningOffsets(lasts.keySet());
        Map<TopicPartition, Long> ends = reading.endOffsets(lasts.keySet());
        lasts.forEach((p, last) ->
                reading.seek(p, Math.max(begins.getOrDefault(p, 0L), ends.getOrDefault(p, 0L) - last)));
        while (closing.getCount() > 0) {
            reading.poll(POLL).forEach(taking);
            whole = whole || lasts.keySet().stream().allMatch(p -> reading.position(p) >= ends.getOrDefault(p, 0L));
        }
    }

    private void pause() {
        try {
            boolean closed = closing.await(PAUSE, TimeUnit.MILLISECONDS);
            LOG.debug("after the pause: {}", closed ? "ended" : "again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
