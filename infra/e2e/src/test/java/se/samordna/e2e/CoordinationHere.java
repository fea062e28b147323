package se.samordna.e2e;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.coordination.Parts;
import se.samordna.rules.Decide;
import se.samordna.rules.Rules;
import se.samordna.streams.Condition;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;
import se.samordna.streams.StreamsRuntime;
import se.samordna.streams.StreamsSettings;

/** Coordination's stream by itself in this VM, against any broker and registry, with its settings as they are. */
final class CoordinationHere implements AutoCloseable {
    private static final String APP = "coordination";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StreamsRuntime runtime;

    /** @param dir of this instance alone */
    CoordinationHere(String bootstrap, String registry, Path dir) {
        var settings = StreamsSettings.of(APP, bootstrap, dir, "e2e");
        var schemas = Registry.at(registry);
        var encoder = new Encoder(schemas);
        var rules = Rules.standard();
        var parts = new Parts(
                schemas, encoder, new StreamsMetrics(meters, APP), rules, new Decide(rules, Decide.DEFAULT_NAMESPACE));
        runtime = new StreamsRuntime(settings, schemas, meters);
        runtime.start(
                CoordinationTopology.needs(),
                CoordinationTopology.sinks(),
                encoder,
                () -> CoordinationTopology.build(settings, parts));
    }

    Condition condition() {
        return runtime.condition();
    }

    CoordinationHere running() {
        await().atMost(Duration.ofSeconds(60)).until(() -> condition().phase() == Condition.Phase.RUNNING);
        return this;
    }

    @Override
    public void close() {
        runtime.close();
        meters.close();
    }
}
