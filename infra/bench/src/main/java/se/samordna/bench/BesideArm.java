package se.samordna.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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

/**
 * Coordination with the indicators beside it, which read the same events on the same cores: what they cost the main job.
 * Measured is coordination's pace alone.
 */
final class BesideArm implements Arm {
    private static final String APP = IndicatorsTopology.APPLICATION;
    private static final AtomicInteger RUN = new AtomicInteger();

    private final CoordinationArm coordination;
    private final Nice nice;

    /** @param nice how far the indicators stand back */
    BesideArm(CoordinationArm coordination, Nice nice) {
        this.coordination = coordination;
        this.nice = nice;
    }

    @Override
    public String name() {
        return coordination.name();
    }

    @Override
    public Running start(Rig rig) {
        var settings =
                StreamsSettings.of(APP, rig.bootstrap(), rig.dir().resolve("beside-" + RUN.incrementAndGet()), "bench");
        var registry = Registry.at(rig.registry());
        var meters = new SimpleMeterRegistry();
        var encoder = new Encoder(registry);
        var parts = new Parts(
                registry, encoder, new StreamsMetrics(meters, APP), Tally.of(Rules.standard()), Rig.PARTITIONS, nice);
        var indicators = new StreamsRuntime(settings, registry, meters);
        indicators.start(
                IndicatorsTopology.needs(),
                IndicatorsTopology.sinks(),
                encoder,
                () -> IndicatorsTopology.build(settings, parts));
        var measured = coordination.start(rig);
        return new Running() {
            @Override
            public String group() {
                return measured.group();
            }

            @Override
            public void close() {
                measured.close();
                indicators.close();
                meters.close();
            }
        };
    }

    @Override
    public List<String> faults(Rig rig) {
        return coordination.faults(rig);
    }
}
