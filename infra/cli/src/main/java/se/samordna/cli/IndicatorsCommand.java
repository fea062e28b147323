package se.samordna.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The figures. */
@Command(
        name = "indicators",
        description = "Print the published cells, one a line; with --exact a municipality's own, unsuppressed.",
        mixinStandardHelpOptions = true)
final class IndicatorsCommand implements Callable<Integer> {
    @Option(names = "--municipality", paramLabel = "M", description = "A kommunkod, or a county's two digits.")
    Optional<String> municipality = Optional.empty();

    @Option(names = "--indicator", paramLabel = "I", description = "Such as I05.")
    Optional<String> indicator = Optional.empty();

    @Option(names = "--period", paramLabel = "P", description = "Such as 2026-03, 2026-Q1, 2026 or 2026-03/R12.")
    Optional<String> period = Optional.empty();

    @Option(names = "--exact", description = "All cells of --municipality, unsuppressed: for that municipality alone.")
    boolean exact;

    @ArgGroup
    Form form = new Form();

    /** One or the other. */
    static final class Form {
        @Option(names = "--json", description = "One JSON object a line (default).")
        boolean json;

        @Option(names = "--csv", description = "Comma-separated, with a heading.")
        boolean csv;
    }

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (exact && municipality.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--exact needs --municipality");
        }
        PrintWriter out = spec.commandLine().getOut();
        Cells cells = new Cells(new Http(running.url));
        cells.print(out, new Cells.Wanted(municipality, indicator, period, exact), form.csv);
        out.flush();
        return Samordna.DONE;
    }
}
