package se.samordna.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samordna.streams.Nice;

/** {@code infra/bench/run}: all arms in one run, there and back, and what they cost in terms of each other. */
@Command(
        name = "infra/bench/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes events to a topic and brings the same bytes through each way in turn, there and back (A B C C B A),",
            "in one VM with a broker of its own. Prints events a second, and ratios, which are all that travels between",
            "machines. Exit code 1 if an arm of coordination tells another set of alerts than the bare rules do."
        })
public final class Bench implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--events", defaultValue = "2000000", description = "How many (default ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--children",
            defaultValue = "0",
            description = "Of how many children (default: a hundredth of the events); one arm has ten times as many.")
    private int children;

    @Option(names = "--seed", defaultValue = "20260701", description = "Of the load (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--rounds",
            defaultValue = "1",
            description = "There and back so many times (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--nice",
            defaultValue = "19",
            description =
                    "How far the indicators stand back where they run beside (default ${DEFAULT-VALUE}, as they do).")
    private int nice;

    @Option(
            names = "--stamps",
            defaultValue = "TAKEN_IN",
            description = "The records' time: TAKEN_IN, as the services', or LAST_TICK, as a replay's, which makes"
                    + " each event come into force at the next Tick (default ${DEFAULT-VALUE}).")
    private Stamps stamps = Stamps.TAKEN_IN;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (nice < 0 || nice > 19) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--nice is from 0 to 19.");
        }
        PrintWriter out = spec.commandLine().getOut();
        int few = children > 0 ? children : Math.max(10, events / 100);
        Path dir = Files.createTempDirectory("samordna-bench");
        try {
            return run(out, few, dir);
        } finally {
            Directories.delete(dir);
        }
    }

    private int run(PrintWriter out, int few, Path dir) {
        var report = new Report(out);
        try (Rig one = Rig.of("one", Load.of(seed, events, few, stamps), dir.resolve("one"));
                Rig ten = Rig.of("ten", Load.of(seed, events, 10 * few, stamps), dir.resolve("ten"))) {
            report.loads(seed, stamps, one, ten);
            List<Trial> trials = trials(report, one, ten);
            for (int round = 0; round < rounds; round++) {
                trials.forEach(trial -> report.add(trial.run()));
                trials.reversed().forEach(trial -> report.add(trial.run()));
            }
        }
        return report.close();
    }

    private List<Trial> trials(Report report, Rig one, Rig ten) {
        Reference ofOne = report.reference("1x ", one);
        Reference ofTen = report.reference("10x", ten);
        return List.of(
                new Trial(new RawArm(), one),
                new Trial(new ThroughArm(), one),
                new Trial(CoordinationArm.exactlyOnce("coordination", ofOne), one),
                new Trial(CoordinationArm.atLeastOnce("coordination, at least once", ofOne), one),
                new Trial(beside("coordination, indicators in its VM", ofOne, SameVm::new), one),
                new Trial(beside("coordination, indicators beside", ofOne, OwnVm::start), one),
                new Trial(CoordinationArm.exactlyOnce("coordination, 10x children", ofTen), ten));
    }

    private Arm beside(String name, Reference reference, BesideArm.Where where) {
        return new BesideArm(CoordinationArm.exactlyOnce(name, reference), where, new Nice(nice));
    }
}
