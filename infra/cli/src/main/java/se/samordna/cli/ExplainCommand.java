package se.samordna.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
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
 * Why an alert was told: its rule and version, its conditions, its events, its law. Asked of coordination over HTTP, which
 * logs both the alert and its explanation as looked at. Proofs are the operator's ({@link ProofRun}).
 */
@Command(
        name = "explain",
        description = {
            "Say why an alert was told: which events, which rule in which version, each condition with its value.",
            "With --out also write its proof: where every record lies that it was reckoned from, to be reckoned again"
                    + " by --verify. A proof names events of every agency that the rule reads. Each child is noted in"
                    + " platform.access-log, with the operator as the one who looked.",
            "Where alert ids are made in a namespace of your own, proofs need it in the environment, as "
                    + AlertNamespace.VARIABLE + "."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ALERT", arity = "0..*", description = "The alertId, or several.")
    List<String> alerts = List.of(); // read by us: picocli takes an id that is none for a word too many

    @Option(
            names = "--recipient",
            paramLabel = "R",
            description =
                    "As told to social-services, school, region or police (default: the first who has it in full).")
    Optional<String> recipient = Optional.empty();

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = "Write the proof there; a directory if it is one, or if there are several alerts.")
    Optional<Path> out = Optional.empty();

    @Option(
            names = "--random",
            paramLabel = "N",
            description = "Proofs of so many of the standing alerts (with --out).")
    Optional<Integer> random = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Which ones (default: 1).")
    long seed;

    @Option(
            names = "--verify",
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = {
                "Read the records named in the proofs again, reckon the alerts from them, and compare: true or false"
                        + " for each file, with what differs. Exit code 0 if all are true, else 1."
            })
    List<Path> verify = List.of();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            converter = RulesOption.FromFile.class,
            description = "Reckon proofs under the settings of this file (default: those of the running system).")
    Optional<RulesOption.Settings> rules = Optional.empty();

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<UUID> alertIds = alerts.stream().map(this::alertId).toList();
        check(alertIds);
        PrintWriter to = spec.commandLine().getOut();
        ProofRun proofs = new ProofRun(
                running,
                rules.map(RulesOption.Settings::rules),
                to,
                spec.commandLine().getErr());
        if (!verify.isEmpty()) {
            return proofs.verify(verify);
        } else if (out.isPresent()) {
            return proofs.make(new WantedAlerts(alertIds, recipient, random, seed), out.get());
        }
        Http http = running.http();
        for (UUID alertId : alertIds) {
            Explained explained = explained(http, alertId);
            if (json) {
                to.println(explained.json());
            } else {
                explained.print(to);
            }
        }
        to.flush();
        return Samordna.DONE;
    }

    private Explained explained(Http http, UUID alertId) {
        return recipients().stream()
                .flatMap(one -> Explained.of(http, alertId, one).stream())
                .findFirst()
                .orElseThrow(() -> new StartupProblem("Nobody asked has been told " + alertId + " in full."));
    }

    /** A token is of one agency; this machine may ask as each in turn. */
    private List<Optional<String>> recipients() {
        if (recipient.isPresent() || running.token.value.isPresent()) {
            return List.of(recipient);
        }
        return Agencies.ALL.stream().map(Agencies::wireName).map(Optional::of).toList();
    }

    private void check(List<UUID> alertIds) {
        if (recipient.isPresent() && Agencies.ofWireName(recipient.get()).isEmpty()) {
            throw wrong("--recipient is one of social-services, school, region, police");
        } else if (!verify.isEmpty() && (!alertIds.isEmpty() || out.isPresent() || random.isPresent())) {
            throw wrong("--verify takes files and nothing else");
        } else if (random.isPresent() && (out.isEmpty() || !alertIds.isEmpty() || random.get() < 1)) {
            throw wrong("--random takes a number of alerts, no ALERT, and needs --out");
        } else if (verify.isEmpty() && random.isEmpty() && alertIds.isEmpty()) {
            throw wrong("Say which alert.");
        }
    }

    private UUID alertId(String text) {
        return Typed.id(text).orElseThrow(() -> wrong(Typed.noId(text)));
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
