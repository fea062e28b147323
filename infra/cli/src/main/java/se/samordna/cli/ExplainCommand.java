package se.samordna.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samordna.local.StartupProblem;
import se.samordna.schemas.Agencies;

/**
 * Why an alert was told: its rule and version, its events, its law. Asked of coordination over HTTP, which logs both the
 * alert and its explanation as looked at.
 */
@Command(
        name = "explain",
        description = "Say why an alert was told: which events, which rule in which version, on what law.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ALERT", description = "The alertId.")
    UUID alertId = new UUID(0, 0);

    @Option(
            names = "--recipient",
            paramLabel = "R",
            description =
                    "As told to social-services, school, region or police (default: the first who has it in full).")
    Optional<String> recipient = Optional.empty();

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (recipient.isPresent() && Agencies.ofWireName(recipient.get()).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--recipient is one of social-services, school, region, police");
        }
        Http http = new Http(running.url);
        Explained explained =
                recipient
                        .map(List::of)
                        .orElseGet(() ->
                                Agencies.ALL.stream().map(Agencies::wireName).toList())
                        .stream()
                        .flatMap(one -> Explained.of(http, alertId, one).stream())
                        .findFirst()
                        .orElseThrow(() -> new StartupProblem("Nobody asked has been told " + alertId + " in full."));
        PrintWriter out = spec.commandLine().getOut();
        explained.print(out);
        out.flush();
        return Samordna.DONE;
    }
}
