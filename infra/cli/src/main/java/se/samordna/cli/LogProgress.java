package se.samordna.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import se.samordna.cli.history.PartitionLog;

/** How far the log has been read, partition after partition. */
final class LogProgress implements ObjLongConsumer<PartitionLog> {
    private final PrintWriter err;
    private Optional<PartitionLog> reading = Optional.empty();
    private Optional<Progress> progress = Optional.empty();

    LogProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(PartitionLog log, long done) {
        if (reading.isEmpty() || reading.get() != log) {
            progress.ifPresent(Progress::close);
            reading = Optional.of(log);
            progress = Optional.of(Progress.of("reading the log", log.total(), err));
        }
        progress.ifPresent(p -> p.to(done));
        if (done >= log.total()) {
            progress.ifPresent(Progress::close);
        }
    }
}
