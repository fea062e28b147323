package se.samordna.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samordna.cli.whatif.Report;
import se.samordna.cli.whatif.WhatIf;
import se.samordna.coordination.settings.RulesFile;
import se.samordna.local.Connections;
import se.samordna.local.StartupProblem;
import se.samordna.rules.Rules;
import se.samordna.streams.Registry;
import tools.jackson.databind.json.JsonMapper;

/** What other settings of the rules would have told, of all that happened so far. */
@Command(
        name = "what-if",
        description = {
            "Say which alerts other settings of the rules would have given, and which they would not have.",
            "Feeds the log anew to the same rules under the settings in force and under those of the file; the running"
                    + " system goes on untouched. Gives counts alone, small ones too: for those who may see the alerts"
                    + " anyhow."
        },
        mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RULES.yaml",
            converter = RulesOption.FromFile.class,
            description = "The other settings; see `infra/samordna rules --yaml`.")
    Optional<RulesOption.Settings> others = Optional.empty();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "T",
            converter = Instants.Moment.class,
            description = "Count the alerts opened from then on: 2026-07-01 or 2026-07-01T00:00:00Z.")
    Instant from = Instant.EPOCH;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            converter = RulesOption.FromFile.class,
            description = "Compare with the settings of this file instead of those in force.")
    Optional<RulesOption.Settings> against = Optional.empty();

    @Option(names = "--json", description = "As one JSON object.")
    boolean json;

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Rules inForce = against.map(RulesOption.Settings::rules).orElseGet(() -> InForce.of(running.http()));
        Rules other = others.orElseThrow().rules();
        List<String> clashes = RulesFile.clashes(inForce, other);
        if (!clashes.isEmpty()) {
            clashes.forEach(clash -> err.println(
                    clash + " in the settings in force, and the version is the same: give the block another version"));
            err.flush();
            return ExitCode.USAGE;
        }
        PrintWriter out = spec.commandLine().getOut();
        Report report = report(inForce, other, err);
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        } else {
            report.print(out);
        }
        out.flush();
        return Samordna.DONE;
    }

    private Report report(Rules inForce, Rules other, PrintWriter err) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(reader(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Registry registry = Registry.at(running.registry)) {
            WhatIf whatIf = new WhatIf(consumer, registry, AlertNamespace.ofEnvironment(), inForce, other);
            try (Progress progress = Progress.of("reading", whatIf.total(), err)) {
                return whatIf.report(from, progress::to);
            }
        } catch (TimeoutException e) {
            throw new StartupProblem(
                    "The broker " + running.bootstrap + " does not answer. Is `infra/samordna up` running?", e);
        }
    }

    private Map<String, Object> reader() {
        return Connections.reader(running.bootstrap);
    }
}
