package se.samordna.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samordna.local.LocalPlatform;

/** Starts everything on this machine and stays. */
@Command(
        name = "up",
        description = {
            "Start everything on this machine, on 127.0.0.1 alone, and stay: broker, registry, services, apps, page.",
            "Ctrl-C stops it; the data stay in --dir."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--empty",
            description = "No live clock: time moves by the Ticks of replays and by what the services take in.")
    boolean empty;

    @Option(
            names = "--rebuild-indicators",
            description = "Have all figures counted anew, as after an upgrade with a new or mended indicator;"
                    + " no alert is touched.")
    boolean rebuildIndicators;

    @Mixin
    Machine machine = new Machine();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        LocalPlatform platform = machine.start(out, rebuildIndicators);
        if (!empty) {
            platform.startClock();
        }
        machine.invite(out, platform.url());
        machine.stay();
        return Samordna.DONE;
    }
}
