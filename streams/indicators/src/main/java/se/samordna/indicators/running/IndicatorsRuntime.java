package se.samordna.indicators.running;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samordna.indicators.IndicatorsSettings;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.streams.CellLookup;
import se.samordna.indicators.streams.IndicatorsTopology;
import se.samordna.indicators.streams.Parts;
import se.samordna.indicators.units.Tally;
import se.samordna.measures.PlanDefinition;
import se.samordna.platform.Feed;
import se.samordna.rules.Rules;
import se.samordna.schemas.Topics;
import se.samordna.streams.Condition;
import se.samordna.streams.Encoder;
import se.samordna.streams.Nice;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;
import se.samordna.streams.StreamsRuntime;
import se.samordna.streams.StreamsSettings;
import se.samordna.streams.TopicCheck;

/** The streams and the small topics, from when the port is known until the app ends. */
@Component
public final class IndicatorsRuntime implements AutoCloseable {

    /** Where the cores are full a thread that stands back may take longer over a Tick than the 10 s Streams gives it. */
    private static final Map<String, String> PATIENCE =
            Map.of(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), "60000");

    private final IndicatorsSettings settings;
    private final MeterRegistry meters;
    private final Registry registry;
    private final Encoder encoder;
    private final Tally tally = Tally.of(Rules.standard());
    private final WholeTopic<PlanDefinition> plans;
    private final WholeTopic<Feed> feeds;
    private volatile @Nullable StreamsRuntime streams;
    private volatile @Nullable CellLookup cells;

    public IndicatorsRuntime(IndicatorsSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        registry = Registry.at(settings.registry());
        encoder = new Encoder(registry);
        plans = new WholeTopic<>(
                Topics.PLANS, PlanDefinition.class, PlanVersions::isPlanOf, settings.bootstrap(), registry);
        feeds = new WholeTopic<>(Topics.FEEDS, Feed.class, (_, _) -> true, settings.bootstrap(), registry);
    }

    /** Only now is it known where other instances reach this one. */
    @EventListener
    void portIsKnown(WebServerInitializedEvent event) {
        HostInfo self = new HostInfo(settings.host(), event.getWebServer().getPort());
        StreamsSettings all = streamsSettings(self);
        var started = new StreamsRuntime(all, registry, meters);
        streams = started;
        started.start(
                Stream.concat(IndicatorsTopology.needs().stream(), Stream.of(Topics.PLANS, Topics.FEEDS))
                        .toList(),
                Stream.concat(IndicatorsTopology.sinks().stream(), Stream.of(Topics.PLANS))
                        .toList(),
                encoder,
                () -> topology(all, self, started));
    }

    public Condition condition() {
        StreamsRuntime running = streams;
        return running == null
                ? new Condition(Condition.Phase.WAITING, Optional.of("not started"))
                : running.condition();
    }

    /** Looks cells up; none while the topics have not been seen. */
    public Optional<CellLookup> cells() {
        return Optional.ofNullable(cells);
    }

    /** The definitions that figures are made under. */
    public Catalogue catalogue() {
        return tally.catalogue();
    }

    public WholeTopic<PlanDefinition> plans() {
        return plans;
    }

    public WholeTopic<Feed> feeds() {
        return feeds;
    }

    private Topology topology(StreamsSettings all, HostInfo self, StreamsRuntime started) {
        int partitions = partitions();
        cells = new CellLookup(() -> Optional.ofNullable(started).flatMap(StreamsRuntime::streams), self, partitions);
        feeds.start();
        plans.start();
        if (settings.indicators().publishPlans()) {
            Thread.ofVirtual().name("publish-plans").start(this::publishPlans);
        }
        return IndicatorsTopology.build(
                all,
                new Parts(
                        registry,
                        encoder,
                        new StreamsMetrics(meters, IndicatorsTopology.APPLICATION),
                        tally,
                        partitions,
                        new Nice(settings.indicators().nice())));
    }

    private void publishPlans() {
        try {
            if (plans.awaitWhole()) {
                plans.all().ifPresent(new PlanPublisher(settings.bootstrap(), encoder)::publishMissing);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many partitions the topics by child have; they have been seen to be equal. */
    private int partitions() {
        Properties admin = new Properties();
        admin.put("bootstrap.servers", settings.bootstrap());
        try (Admin asked = Admin.create(admin)) {
            if (TopicCheck.of(asked, Set.of(Topics.CLOCK)) instanceof TopicCheck.Fit(int partitions)) {
                return partitions;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the broker went away at the start");
    }

    private StreamsSettings streamsSettings(HostInfo self) {
        return new StreamsSettings(
                IndicatorsTopology.APPLICATION,
                settings.bootstrap(),
                settings.dir()
                        .resolve("state")
                        .resolve(IndicatorsTopology.APPLICATION)
                        .resolve(settings.instance()),
                IndicatorsTopology.APPLICATION + "-" + settings.instance(),
                Optional.of(self),
                settings.indicators().threads(),
                settings.indicators().engine(),
                settings.indicators().cachedChildren(),
                kafka());
    }

    /** The operator's own settings last. */
    private Map<String, String> kafka() {
        Map<String, String> all = new HashMap<>(PATIENCE);
        all.putAll(settings.indicators().kafka());
        return all;
    }

    @Override
    public void close() {
        feeds.close();
        plans.close();
        StreamsRuntime running = streams;
        if (running == null) {
            registry.close();
        } else {
            running.close();
        }
    }
}
