package se.samordna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samordna.cli.replay.CatchUp;
import se.samordna.cli.replay.KafkaSink;
import se.samordna.cli.replay.LastTick;
import se.samordna.cli.replay.Replay;
import se.samordna.cli.replay.ReplayFiles;
import se.samordna.kit.intake.EventReader;
import se.samordna.local.StartupProblem;

/** Publishes JSON lines through the same validation as the services. */
@Command(
        name = "replay",
        description = {
            "Publish JSON lines to Kafka, validated as the services do, and wait until the apps have read them.",
            "Bad lines are listed as file:line, field and code; the rest is published."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of JSON lines, in this order.")
    List<Path> files = List.of();

    @Option(
            names = "--tick",
            paramLabel = "LENGTH",
            defaultValue = "1h",
            converter = Instants.Length.class,
            description = "Simulated time between Ticks of a file without its own (default: 1h).")
    Duration tick = Duration.ofHours(1);

    @Option(
            names = "--until",
            paramLabel = "T",
            converter = Instants.Moment.class,
            description = "The last Tick of files without their own (default: the greatest receivedAt).")
    Optional<Instant> until = Optional.empty();

    @Option(names = "--rate", paramLabel = "N", defaultValue = "0", description = "At most N lines a second.")
    long rate;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of the pseudonyms (default: that of --dir).")
    Optional<Path> key = Optional.empty();

    @Mixin
    Directory directory = new Directory();

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        readable();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        EventReader reader = Readers.of(key.orElseGet(directory::key), ReplayFiles.needKey(files));
        warn(err, reader);
        long refused;
        try (KafkaSink sink = new KafkaSink(running.bootstrap, running.registry)) {
            Replay replay = new Replay(
                    reader,
                    sink,
                    (file, line, fault) -> out.println(file + ":" + line + " " + fault.field() + " "
                            + fault.code().wire()),
                    tick);
            publish(replay, reader, err);
            refused = replay.refused();
            out.printf(Locale.ROOT, "%d published, %d refused%n", replay.published(), refused);
            out.flush();
        }
        CatchUp.await(running.bootstrap, words -> {
            err.println(words);
            err.flush();
        });
        return refused == 0 ? Samordna.DONE : Samordna.REFUSED;
    }

    private void readable() {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new StartupProblem("Cannot read " + file);
            }
        }
    }

    private void warn(PrintWriter err, EventReader reader) throws IOException {
        if (!ReplayFiles.haveTicks(files, reader)) {
            return;
        }
        if (LastTick.isNow(running.bootstrap, Clock.systemUTC())) {
            err.println(
                    "Warning: a live clock runs, and it is later than the file's Ticks may say:"
                            + " alerts are judged by the wall clock. Start with `up --empty` to replay on the file's Ticks alone.");
        }
        if (until.isPresent()) {
            err.println("Warning: --until moves no time in a file with Ticks of its own.");
        }
        err.flush();
    }

    private void publish(Replay replay, EventReader reader, PrintWriter err) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        try (Progress progress = Progress.of("replay", size, err)) {
            ReplayFiles all = new ReplayFiles(replay, reader, rate, progress::to);
            for (Path file : files) {
                all.file(file);
            }
            replay.end(until.map(Instant::toEpochMilli).map(OptionalLong::of).orElse(OptionalLong.empty()));
        }
    }
}
