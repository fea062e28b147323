package se.samordna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import se.samordna.cli.county.County;
import se.samordna.cli.county.CountyOrder;
import se.samordna.cli.replay.KafkaSink;
import se.samordna.cli.replay.LastTick;
import se.samordna.cli.replay.Replay;
import se.samordna.kit.intake.EventReader;
import se.samordna.local.StartupProblem;

/** The demo county's year, from the generator straight into a replay: the same lines, without a file between. */
final class DemoCounty {
    private static final ZoneId LOCAL = ZoneId.of("Europe/Stockholm");

    private final CountyOrder order;
    private final String bootstrap;
    private final String registry;

    DemoCounty(CountyOrder order, String bootstrap, String registry) {
        this.order = order;
        this.bootstrap = bootstrap;
        this.registry = registry;
    }

    private long end() {
        return order.until().atStartOfDay(LOCAL).toInstant().toEpochMilli();
    }

    /** Whether a run before this one brought the year to its end: then its last Tick is there. */
    boolean isThere() {
        OptionalLong last = LastTick.of(bootstrap);
        return last.isPresent() && last.getAsLong() >= end();
    }

    /** Whether the clock has begun to go. */
    boolean isLate() {
        return LastTick.of(bootstrap).isPresent();
    }

    /** Publishes the year. Returns how many lines. */
    long replay(Path key, PrintWriter err) throws IOException {
        EventReader reader = Readers.of(key, false);
        LocalDate first = order.from();
        long days = ChronoUnit.DAYS.between(first, order.until());
        try (KafkaSink sink = new KafkaSink(bootstrap, registry);
                Progress progress = Progress.of("replay", days, err)) {
            Replay replay = new Replay(
                    reader,
                    sink,
                    (file, line, fault) -> {
                        throw new StartupProblem("The generator wrote a bad line: " + fault);
                    },
                    Duration.ofHours(1));
            replay.begin(OptionalLong.empty());
            new County(order)
                    .write(
                            (bytes, length) -> replay.line(bytes, length, "generator", 0),
                            day -> progress.to(ChronoUnit.DAYS.between(first, day) + 1));
            replay.end(OptionalLong.of(end()));
            return replay.published();
        }
    }
}
