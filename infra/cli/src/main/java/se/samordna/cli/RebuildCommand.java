package se.samordna.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samordna.local.Connections;
import se.samordna.local.IndicatorsReset;

/** Has the figures counted anew. */
@Command(
        name = "rebuild",
        description = {
            "Have all figures counted anew, as after an upgrade with a new or mended indicator. First stop every instance of"
                    + " the indicators; this forgets how far they have read and what they have counted; when they are"
                    + " started again they read all events from the beginning and publish what they find.",
            "No alert is touched, and coordination may run. An instance that was stopped a moment ago is waited for.",
            "Where everything runs on one machine, samordna up --rebuild-indicators does the same as it starts."
        },
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    @Option(
            names = "--patience",
            paramLabel = "LENGTH",
            defaultValue = "60s",
            converter = Instants.Length.class,
            description = "How long a stopped instance may still count as running (default: 60s).")
    Duration patience = Duration.ofSeconds(60);

    @Mixin
    Directory directory = new Directory();

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = Admin.create(Connections.admin(running.bootstrap))) {
            new IndicatorsReset(admin, directory.path()).run(patience).forEach(what -> out.println("deleted " + what));
        }
        out.println("Start the indicators: they count everything anew. On other machines of theirs delete"
                + " state/indicators in their directory first.");
        out.flush();
        return Samordna.DONE;
    }
}
