package se.samordna.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.measures.PlanDefinition;

/** The municipalities' plans. */
@Command(
        name = "plans",
        description = "List the plans, say what plan files would change, or publish them.",
        mixinStandardHelpOptions = true,
        subcommands = {PlansCommand.ListThem.class, PlansCommand.Diff.class, PlansCommand.Apply.class})
final class PlansCommand implements Runnable {
    private static final ZoneId LOCAL = ZoneId.of("Europe/Stockholm");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, diff or apply.");
    }

    private static LocalDate today() {
        return LocalDate.now(LOCAL);
    }

    /** Every version of every plan. */
    @Command(
            name = "list",
            description = "List every version of every plan and when it holds.",
            mixinStandardHelpOptions = true)
    static final class ListThem implements Callable<Integer> {
        @Mixin
        Running running = new Running();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            new PublishedPlans(running.bootstrap, running.registry)
                    .read(spec.commandLine().getErr())
                    .values()
                    .forEach(versions -> versions.all().reversed().forEach(each -> out.println(words(versions, each))));
            out.flush();
            return Samordna.DONE;
        }

        private static String words(PlanVersions versions, PlanDefinition version) {
            return String.format(
                    Locale.ROOT,
                    "%s  version %d  from %s%s%s%s  %s  %s",
                    version.getMunicipality(),
                    version.getVersion(),
                    version.getValidFrom(),
                    versions.lastDay(version).map(day -> " to " + day).orElse(""),
                    version.getValidFrom().isAfter(today()) ? "  coming" : "",
                    version.getCompared() ? "  compared" : "",
                    PlanChanges.size(version),
                    version.getName());
        }
    }

    /** What files would change. */
    @Command(
            name = "diff",
            description = "Say what plan files would change in what is published, and from when. Publishes nothing.",
            mixinStandardHelpOptions = true)
    static final class Diff implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Plan files.")
        List<Path> files = new ArrayList<>();

        @Option(names = "--json", description = "One change a line.")
        boolean json;

        @Mixin
        Running running = new Running();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            PublishedPlans plans = new PublishedPlans(running.bootstrap, running.registry);
            return told(
                    spec, PlanFiles.read(files, plans.read(spec.commandLine().getErr()), today()), json);
        }
    }

    /** Prints what the files change and what is wrong with them. */
    private static int told(CommandSpec spec, PlanFiles read, boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        read.plans().stream()
                .flatMap(json ? PlanChanges::json : PlanChanges::words)
                .forEach(out::println);
        read.warnings().forEach(err::println);
        read.faults().forEach(err::println);
        out.flush();
        err.flush();
        return read.faults().isEmpty() ? Samordna.DONE : Samordna.REFUSED;
    }

    /** Publishes files. */
    @Command(
            name = "apply",
            description = {
                "Publish plan files: all of them, or none if one has a mistake.",
                "A version takes effect from its validFrom, which lies within ten years. One that is in force stands; one that",
                "is coming is replaced by a version that begins on its day or before it. `plans diff` tells which."
            },
            mixinStandardHelpOptions = true)
    static final class Apply implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Plan files.")
        List<Path> files = new ArrayList<>();

        @Option(names = "--dry-run", description = "Say what would be published, and publish nothing.")
        boolean dryRun;

        @Mixin
        Running running = new Running();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            PublishedPlans plans = new PublishedPlans(running.bootstrap, running.registry);
            PlanFiles read = PlanFiles.read(files, plans.read(spec.commandLine().getErr()), today());
            int code = told(spec, read, false);
            PrintWriter out = spec.commandLine().getOut();
            if (code != Samordna.DONE || dryRun) {
                out.println("nothing published");
            } else {
                plans.publish(read.toPublish());
                out.println(read.toPublish().size() + " plans published");
            }
            out.flush();
            return code;
        }
    }
}
