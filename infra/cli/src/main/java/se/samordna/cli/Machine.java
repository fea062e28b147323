package se.samordna.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.utils.Exit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.samordna.local.LocalPlatform;
import se.samordna.local.LocalSettings;
import se.samordna.local.StartupProblem;

/** Where everything runs on this machine, and how it stops. */
final class Machine {
    @Mixin
    Directory directory = new Directory();

    @Option(names = "--port", paramLabel = "P", defaultValue = "8080", description = "The page (default: 8080).")
    int port;

    @Option(names = "--broker-port", paramLabel = "P", defaultValue = "19092", description = "Kafka (default: 19092).")
    int brokerPort;

    @Option(
            names = "--registry-port",
            paramLabel = "P",
            defaultValue = "18081",
            description = "The schema registry (default: 18081).")
    int registryPort;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1",
            description = "Coordination apps (default: 1).")
    int instances;

    @Option(
            names = "--issuer",
            paramLabel = "URI",
            description = {
                "The OpenID provider at which people sign in (default: a demonstration sign-in with made-up people).",
                "Its client and secret: SAMORDNA_SIGNIN_CLIENT and SAMORDNA_SIGNIN_SECRET in the environment."
            })
    Optional<URI> issuer = Optional.empty();

    @Option(
            names = "--auth",
            description = "Let the APIs take nothing without a token of that provider, not from this machine either.")
    boolean auth;

    @Mixin
    RulesOption rules = new RulesOption();

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Optional<LocalPlatform> platform = Optional.empty();

    /** Starts everything as it was left; Ctrl-C and SIGTERM stop it. */
    LocalPlatform start(PrintWriter out) {
        return start(out, false);
    }

    /**
     * The same.
     *
     * @param rebuildIndicators whether the figures are counted anew
     */
    LocalPlatform start(PrintWriter out, boolean rebuildIndicators) {
        if (instances < 1) {
            throw new StartupProblem("--instances must be at least 1");
        }
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(out)));
        Path log = directory.path().resolve("samordna.log");
        MachineLog.to(log);
        // A broker that cannot go on ends the process: then at least the reader learns where to look.
        Exit.setExitProcedure((status, message) -> {
            out.println("The broker cannot go on; why is in " + log);
            out.flush();
            Runtime.getRuntime().halt(Samordna.REFUSED);
        });
        LocalSettings settings = new LocalSettings(
                directory.path(),
                port,
                brokerPort,
                registryPort,
                instances,
                rules.file(),
                issuer,
                auth,
                rebuildIndicators);
        LocalPlatform started = LocalPlatform.start(settings, line -> {
            out.println(line);
            out.flush();
        });
        platform = Optional.of(started);
        return started;
    }

    /** Where to look, and who one may be there. */
    void invite(PrintWriter out, String url) {
        out.println("The page: " + url + "   (Ctrl-C stops everything)");
        if (issuer.isEmpty()) {
            out.println(
                    "          Choose there whom to sign in as: made-up people of each role and agency, no passwords.");
        }
        out.flush();
    }

    /** Stays until the process is told to stop. */
    void stay() throws InterruptedException {
        stopped.await();
    }

    /** A stop that was asked for is no failure: the process ends with 0, not with the number of the signal. */
    private void stop(PrintWriter out) {
        if (platform.isEmpty()) {
            return;
        }
        out.println("stopping");
        out.flush();
        platform.get().close();
        out.println("stopped");
        out.flush();
        Runtime.getRuntime().halt(Samordna.DONE);
    }
}
