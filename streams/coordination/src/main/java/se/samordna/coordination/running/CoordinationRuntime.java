package se.samordna.coordination.running;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samordna.coordination.CoordinationSettings;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.coordination.Head;
import se.samordna.coordination.Parts;
import se.samordna.coordination.scan.GroupLag;
import se.samordna.coordination.scan.LogReader;
import se.samordna.rules.Decide;
import se.samordna.rules.Rules;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.ChildLookup;
import se.samordna.streams.Condition;
import se.samordna.streams.Decoder;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;
import se.samordna.streams.StreamsRuntime;
import se.samordna.streams.StreamsSettings;

/** The streams and what is read beside them, from when the port is known until the app ends. */
@Component
public final class CoordinationRuntime implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CoordinationSettings settings;
    private final MeterRegistry meters;
    private final Rules rules;
    private final Decide decide;
    private final Registry registry;
    private final Encoder encoder;
    private final ReadModel readModel;
    private final Accesses accesses;
    private final LogReader log;
    private final GroupLag lag;
    private final ReceiptIndex receipts;
    private final Registry whileSomeoneWaits;
    private volatile @Nullable StreamsRuntime streams;
    private volatile @Nullable ChildLookup<Head> children;

    CoordinationRuntime(CoordinationSettings settings, MeterRegistry meters, Rules rules, Decide decide) {
        this.settings = settings;
        this.meters = meters;
        this.rules = rules;
        this.decide = decide;
        registry = Registry.at(settings.registry());
        encoder = new Encoder(registry);
        readModel = new ReadModel(settings.bootstrap(), registry);
        accesses = new Accesses(CoordinationTopology.APPLICATION, settings.bootstrap(), encoder);
        log = new LogReader(settings.bootstrap());
        lag = new GroupLag(settings.bootstrap(), log);
        receipts = new ReceiptIndex(settings.bootstrap(), registry);
        whileSomeoneWaits = Registry.at(settings.registry(), PATIENCE);
    }

    /** Only now is it known where other instances reach this one. */
    @EventListener
    void portIsKnown(WebServerInitializedEvent event) {
        int port = event.getWebServer().getPort();
        StreamsSettings all = settings.streams(port);
        StreamsRuntime started = new StreamsRuntime(all, registry, meters);
        HostInfo self = new HostInfo(settings.host(), port);
        children = new ChildLookup<>(started::streams, self, rules.memory(), Head.CODEC);
        streams = started;
        Parts parts = new Parts(
                registry, encoder, new StreamsMetrics(meters, CoordinationTopology.APPLICATION), rules, decide);
        started.start(
                Stream.concat(CoordinationTopology.needs().stream(), Stream.of(Topics.ACCESS_LOG))
                        .toList(),
                Stream.concat(CoordinationTopology.sinks().stream(), Stream.of(Topics.ACCESS_LOG))
                        .toList(),
                encoder,
                () -> {
                    readModel.start();
                    return CoordinationTopology.build(all, parts);
                });
    }

    public Condition condition() {
        StreamsRuntime running = streams;
        return running == null
                ? new Condition(Condition.Phase.WAITING, Optional.of("not started"))
                : running.condition();
    }

    /** Looks children up; none before the port is known. */
    public Optional<ChildLookup<Head>> children() {
        return Optional.ofNullable(children);
    }

    public Optional<KafkaStreams> streams() {
        return Optional.ofNullable(streams).flatMap(StreamsRuntime::streams);
    }

    public ReadModel readModel() {
        return readModel;
    }

    public Accesses accesses() {
        return accesses;
    }

    /** Reads topics for whoever looks after the platform. */
    public LogReader log() {
        return log;
    }

    /** Reads the records of a topic while someone waits: it gives up on a registry that is away. For one thread. */
    public Decoder decoder(Topic topic) {
        return new Decoder(whileSomeoneWaits, List.of(topic));
    }

    public GroupLag lag() {
        return lag;
    }

    public ReceiptIndex receipts() {
        return receipts;
    }

    @Override
    public void close() {
        StreamsRuntime running = streams;
        if (running == null) {
            registry.close();
        } else {
            running.close();
        }
        readModel.close();
        receipts.close();
        whileSomeoneWaits.close();
        accesses.close();
    }
}
