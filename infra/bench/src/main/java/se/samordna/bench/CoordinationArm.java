package se.samordna.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.StreamsConfig;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.coordination.Parts;
import se.samordna.rules.Decide;
import se.samordna.rules.Rules;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;
import se.samordna.streams.StreamsRuntime;
import se.samordna.streams.StreamsSettings;

/** Coordination itself as it is run, with nothing set otherwise but what the arm is about. */
final class CoordinationArm implements Arm {
    private static final String APP = "coordination";
    private static final AtomicInteger RUN = new AtomicInteger();

    private final String name;
    private final Map<String, String> overrides;
    private final Reference reference;

    private CoordinationArm(String name, Map<String, String> overrides, Reference reference) {
        this.name = name;
        this.overrides = overrides;
        this.reference = reference;
    }

    static CoordinationArm exactlyOnce(String name, Reference reference) {
        return new CoordinationArm(name, Map.of(), reference);
    }

    static CoordinationArm atLeastOnce(String name, Reference reference) {
        return new CoordinationArm(
                name, Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE), reference);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Running start(Rig rig) {
        var plain =
                StreamsSettings.of(APP, rig.bootstrap(), rig.dir().resolve("state-" + RUN.incrementAndGet()), "bench");
        var settings = new StreamsSettings(
                plain.applicationId(),
                plain.bootstrap(),
                plain.directory(),
                plain.instance(),
                plain.self(),
                plain.threads(),
                plain.engine(),
                plain.cachedChildren(),
                overrides);
        var registry = Registry.at(rig.registry());
        var meters = new SimpleMeterRegistry();
        var runtime = new StreamsRuntime(settings, registry, meters);
        var encoder = new Encoder(registry);
        var rules = Rules.standard();
        var parts = new Parts(
                registry, encoder, new StreamsMetrics(meters, APP), rules, new Decide(rules, Decide.DEFAULT_NAMESPACE));
        runtime.start(
                CoordinationTopology.needs(),
                CoordinationTopology.sinks(),
                encoder,
                () -> CoordinationTopology.build(settings, parts));
        return new Running() {
            @Override
            public String group() {
                return APP;
            }

            @Override
            public void close() {
                runtime.close();
                meters.close();
            }
        };
    }

    @Override
    public List<String> faults(Rig rig) {
        return reference.faults(AlertTopics.read(rig));
    }
}
