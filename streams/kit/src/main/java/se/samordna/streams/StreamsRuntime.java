package se.samordna.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.schemas.Topic;
import se.samordna.streams.Condition.Phase;

/**
 * Starts a Streams application when what it needs is there, says how it stands, and ends it.
 *
 * <p>Whatever is away, broker, topics or registry, is waited for: said once in the log and all the while in {@link
 * #condition}. Topics that do not fit are refused.
 */
public final class StreamsRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);
    private static final Duration CLOSING = Duration.ofSeconds(20);
    private static final int PAUSE = 1_000;

    private final StreamsSettings settings;
    private final Registry registry;
    private final MeterRegistry meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Condition condition = Condition.of(Phase.WAITING, "not started");
    private volatile @Nullable KafkaStreams streams;
    private @Nullable Thread starter;

    /** @param registry ended with this runtime, so that nothing waits for it any more */
    public StreamsRuntime(StreamsSettings settings, Registry registry, MeterRegistry meters) {
        this.settings = settings;
        this.registry = registry;
        this.meters = meters;
    }

    /**
     * Starts in the background.
     *
     * @param needs every topic read or written
     * @param writes those written in Avro
     */
    public synchronized void start(
            Collection<Topic> needs, Collection<Topic> writes, Encoder encoder, Supplier<Topology> topology) {
        List<Topic> all = List.copyOf(needs);
        List<Topic> written = List.copyOf(writes);
        starter = Thread.ofPlatform().name(settings.applicationId() + "-start").start(() -> {
            try {
                if (topicsFit(all) && registered(written, encoder)) {
                    run(topology.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("{} cannot start", settings.applicationId(), e);
                condition = Condition.of(Phase.FAILED, e.getClass().getSimpleName());
            }
        });
    }

    public Condition condition() {
        Condition now = condition;
        return registry.away() && now.live()
                ? new Condition(now.phase(), Optional.of("the schema registry does not answer"))
                : now;
    }

    /** The streams, once they have been made. */
    public Optional<KafkaStreams> streams() {
        return Optional.ofNullable(streams);
    }

    /** Ends them, keeping the membership: an instance that soon comes back under its name moves no task. */
    @Override
    public synchronized void close() {
        closing.countDown();
        registry.close();
        join();
        KafkaStreams running = streams;
        if (running != null) {
            running.close(CloseOptions.timeout(CLOSING)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
        }
        if (condition.live()) {
            condition = Condition.of(Phase.STOPPED);
        }
    }

    private void join() {
        Thread starting = starter;
        if (starting != null) {
            starting.interrupt();
            try {
                starting.join(CLOSING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean topicsFit(List<Topic> needs) throws InterruptedException {
        Properties admin = new Properties();
        admin.put("bootstrap.servers", settings.bootstrap());
        admin.put("default.api.timeout.ms", "5000");
        admin.put("request.timeout.ms", "4000");
        while (true) {
            switch (check(admin, needs)) {
                case TopicCheck.Fit(int partitions) -> {
                    LOG.info("{}: {} partitions by child", settings.applicationId(), partitions);
                    return true;
                }
                case TopicCheck.Unequal(var partitions) -> {
                    String why = "topics by child differ in partitions: " + partitions;
                    LOG.error("{} refuses to start: {}", settings.applicationId(), why);
                    condition = Condition.of(Phase.REFUSED, why);
                    return false;
                }
                case TopicCheck.Missing(var topics) -> waiting("topics " + topics + ", which are not there");
                case TopicCheck.Away() -> waiting("the broker " + settings.bootstrap());
            }
            if (closing.await(PAUSE, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
    }

    private static TopicCheck check(Properties settings, List<Topic> needs) throws InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            return TopicCheck.of(admin, needs);
        } catch (KafkaException e) {
            // As when the host of the broker has no address yet.
            LOG.debug("no admin client: {}", e.getClass().getSimpleName());
            return new TopicCheck.Away();
        }
    }

    private boolean registered(List<Topic> written, Encoder encoder) throws InterruptedException {
        waiting("the schema registry and its schemas");
        while (true) {
            try {
                encoder.prepare(written);
                return true;
            } catch (RegistryAway e) {
                if (closing.await(PAUSE, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        }
    }

    private void run(Topology topology) {
        KafkaStreams made = new KafkaStreams(topology, settings.properties());
        made.setStateListener((state, _) -> {
            LOG.info("{} is {}", settings.applicationId(), state);
            changed(state);
        });
        made.setUncaughtExceptionHandler(new Faults(settings.applicationId(), meters));
        new KafkaStreamsMetrics(made).bindTo(meters);
        streams = made;
        made.start();
    }

    private void changed(KafkaStreams.State state) {
        condition = switch (state) {
            case CREATED -> Condition.of(Phase.WAITING, "about to join");
            case REBALANCING -> Condition.of(Phase.REBALANCING);
            case RUNNING -> Condition.of(Phase.RUNNING);
            case PENDING_SHUTDOWN, NOT_RUNNING -> Condition.of(Phase.STOPPED);
            case PENDING_ERROR, ERROR -> Condition.of(Phase.FAILED, "too many faults; the log says which");
        };
    }

    private void waiting(String what) {
        Condition next = Condition.of(Phase.WAITING, "waiting for " + what);
        if (!next.equals(condition)) {
            LOG.info("{} is waiting for {}", settings.applicationId(), what);
            condition = next;
        }
    }
}
