package se.samordna.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import se.samordna.indicators.streams.IndicatorsTopology;
import se.samordna.indicators.streams.Parts;
import se.samordna.indicators.units.Tally;
import se.samordna.rules.Rules;
import se.samordna.streams.Encoder;
import se.samordna.streams.Nice;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;
import se.samordna.streams.StreamsRuntime;
import se.samordna.streams.StreamsSettings;

/** The indicators in the VM of whoever starts them, as {@code samordna up} does: heap, collector and compiler are shared. */
final class SameVm implements Beside {
    private static final String APP = IndicatorsTopology.APPLICATION;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StreamsRuntime runtime;

    /**
     * @param dir for its state
     * @param nice how far it stands back
     */
    SameVm(String bootstrap, String registryUrl, Path dir, Nice nice) {
        var settings = StreamsSettings.of(APP, bootstrap, dir, "bench");
        var registry = Registry.at(registryUrl);
        var encoder = new Encoder(registry);
        var parts = new Parts(
                registry, encoder, new StreamsMetrics(meters, APP), Tally.of(Rules.standard()), Rig.PARTITIONS, nice);
        runtime = new StreamsRuntime(settings, registry, meters);
        runtime.start(
                IndicatorsTopology.needs(),
                IndicatorsTopology.sinks(),
                encoder,
                () -> IndicatorsTopology.build(settings, parts));
    }

    @Override
    public void close() {
        runtime.close();
        meters.close();
    }
}
