package se.samordna.local;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ticks once a second with the wall clock, until closed. */
public final class LiveClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveClock.class);

    private final ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-clock").daemon().factory());
    private final KafkaProducer<byte[], byte[]> producer;
    private final Ticker ticker;
    private final Clock clock;

    private LiveClock(String bootstrap, String registry, Clock clock) {
        this.producer = new KafkaProducer<>(
                Connections.producer(bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        this.ticker = new Ticker(producer, new WireWriter(registry));
        this.clock = clock;
    }

    /** Starts ticking at once. */
    public static LiveClock start(String bootstrap, String registry, Clock clock) {
        LiveClock live = new LiveClock(bootstrap, registry, clock);
        Future<?> unused = live.seconds.scheduleAtFixedRate(live::tick, 0, 1, TimeUnit.SECONDS);
        return live;
    }

    private void tick() {
        try {
            ticker.tick(Instant.now(clock).truncatedTo(ChronoUnit.MILLIS));
        } catch (RuntimeException e) {
            // An exception here would end the schedule for good, and with it time itself: the next second tries again.
            LOG.warn("a tick was not sent: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        seconds.shutdownNow();
        producer.close();
    }
}
