package se.samordna.coordination.running;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.platform.Feed;
import se.samordna.platform.Tick;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.Registry;

/**
 * What look-ups by municipality need, read from the topics themselves by a thread of its own: the alerts told, how fresh
 * the feeds are, and the platform's clock. Committed records only. Begins anew from the topics' beginnings at every start.
 */
public final class ReadModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PAUSE = 2_000;
    private static final int LAST_TICKS = 5;
    private static final List<Topic> WHOLE = Stream.concat(
                    Agencies.ALL.stream().map(Topics::alerts), Stream.of(Topics.FEEDS))
            .toList();

    private final String bootstrap;
    private final Registry registry;
    private final AlertIndex alerts = new AlertIndex();
    private final FeedIndex feeds = new FeedIndex();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean whole;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;

    ReadModel(String bootstrap, Registry registry) {
        this.bootstrap = bootstrap;
        this.registry = registry;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("coordination-read-model").start(this::run);
        }
    }

    public AlertIndex alerts() {
        return alerts;
    }

    public FeedIndex feeds() {
        return feeds;
    }

    /** Whether everything that was there at the start has been read. */
    public boolean whole() {
        return whole;
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (KafkaConsumer<byte[], byte[]> reading = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            bootstrap,
                            "client.id",
                            "coordination-read-model",
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
                LOG.warn("Reading alerts begins anew after {}", e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> reading) {
        // Not whole until it has caught up: read anew, an old revision would pass for what is true now.
        whole = false;
        List<TopicPartition> fromStart = partitions(reading, WHOLE);
        List<TopicPartition> clock = partitions(reading, List.of(Topics.CLOCK));
        List<TopicPartition> all = new ArrayList<>(fromStart);
        all.addAll(clock);
        reading.assign(all);
        reading.seekToBeginning(fromStart);
        Map<TopicPartition, Long> ends = reading.endOffsets(all);
        Map<TopicPartition, Long> begins = reading.beginningOffsets(clock);
        clock.forEach(p ->
                reading.seek(p, Math.max(begins.getOrDefault(p, 0L), ends.getOrDefault(p, 0L) - LAST_TICKS)));
        Decoder decoder = new Decoder(
                registry, Stream.concat(WHOLE.stream(), Stream.of(Topics.CLOCK)).toList());
        while (closing.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : reading.poll(POLL)) {
                take(decoder, record);
            }
            whole = whole || fromStart.stream().allMatch(p -> reading.position(p) >= ends.getOrDefault(p, 0L));
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> reading, List<Topic> topics) {
        return topics.stream()
                .flatMap(topic -> reading.partitionsFor(topic.name()).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .collect(Collectors.toList());
    }

    private void take(Decoder decoder, ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        byte @Nullable [] value = record.value();
        if (!record.topic().equals(Topics.FEEDS.name())) {
            // A feed's stamp is the receipt of an event, which moves no clock.
            feeds.at(Instant.ofEpochMilli(record.timestamp()));
        }
        if (value == null) {
            alerts.forget(record.topic(), key);
            return;
        }
        switch (decoder.decode(record.topic(), value)) {
            case Decoded.Read(Feed feed) -> feeds.take(feed);
            case Decoded.Read(Tick tick) -> feeds.at(tick.getAt());
            case Decoded.Read(var alert) -> alerts.take(alert);
            case Decoded.Dead dead ->
                LOG.warn(
                        "A record of {} cannot be read: {}",
                        record.topic(),
                        dead.reason().code());
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
