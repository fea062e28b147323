package se.samordna.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import se.samordna.indicators.streams.IndicatorsTopology;
import se.samordna.streams.Nice;

/**
 * Coordination with the indicators beside it, which read the same events on the same cores: what they cost the main job.
 * Measured is coordination's pace alone.
 */
final class BesideArm implements Arm {
    private static final AtomicInteger RUN = new AtomicInteger();

    private final CoordinationArm coordination;
    private final Where where;
    private final Nice nice;

    /** Where the indicators run. */
    interface Where {
        Beside start(String bootstrap, String registry, Path dir, Nice nice);
    }

    /** @param nice how far the indicators stand back */
    BesideArm(CoordinationArm coordination, Where where, Nice nice) {
        this.coordination = coordination;
        this.where = where;
        this.nice = nice;
    }

    @Override
    public String name() {
        return coordination.name();
    }

    @Override
    public Running start(Rig rig) {
        var dir = rig.dir().resolve("beside-" + RUN.incrementAndGet());
        Beside indicators = where.start(rig.bootstrap(), rig.registry(), dir, nice);
        var measured = coordination.start(rig);
        return new Running() {
            @Override
            public String group() {
                return measured.group();
            }

            @Override
            public Optional<String> beside() {
                return Optional.of(IndicatorsTopology.APPLICATION);
            }

            @Override
            public void close() {
                measured.close();
                indicators.close();
            }
        };
    }

    @Override
    public List<String> faults(Rig rig) {
        return coordination.faults(rig);
    }
}
