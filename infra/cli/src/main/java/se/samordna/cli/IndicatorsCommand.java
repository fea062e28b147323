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
        description = {
            "Print the published cells, one a line; with --exact a municipality's own, unsuppressed.",
            "--county: a county's and all its municipalities'. --compare: municipalities beside each other, those whose",
            "plan says they take part. --series: one indicator of a municipality through time, beside target and county."
        },
        mixinStandardHelpOptions = true,
        subcommands = RebuildCommand.class)
final class IndicatorsCommand implements Callable<Integer> {
    @Option(names = "--municipality", paramLabel = "M", description = "A kommunkod, or a county's two digits.")
    Optional<String> municipality = Optional.empty();

    @Option(names = "--indicator", paramLabel = "I", description = "Such as I05.")
    Optional<String> indicator = Optional.empty();

    @Option(names = "--period", paramLabel = "P", description = "Such as 2026-03, 2026-Q1, 2026 or 2026-03/R12.")
    Optional<String> period = Optional.empty();

    @Option(names = "--exact", description = "All cells of --municipality, unsuppressed: for that municipality alone.")
    boolean exact;

    @Option(names = "--county", paramLabel = "C", description = "A county's two digits, such as 23.")
    Optional<String> county = Optional.empty();

    @ArgGroup
    View view = new View();

    /** Something other than the cells alone. */
    static final class View {
        @Option(names = "--compare", description = "Rates of --indicator in --period (default: the last whole year).")
        boolean compare;

        @Option(names = "--series", description = "Rates of --indicator of --municipality, all periods.")
        boolean series;
    }

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
        PrintWriter out = spec.commandLine().getOut();
        int printed = print(out, new Cells(running.http()));
        out.flush();
        if (printed == 0) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    "There are no such figures: a period is published when it is over, and where something was counted.");
            if (view.compare) {
                err.println(
                        "Compared are municipalities whose plan says `compared: true`, and counties by whole years.");
            }
            err.flush();
        }
        return Samordna.DONE;
    }

    private int print(PrintWriter out, Cells cells) {
        return cells.print(out, question(), form.csv);
    }

    private Cells.Question question() {
        if (view.compare) {
            refuse(exact, "--compare is of published figures: leave out --exact");
            refuse(
                    municipality.isPresent(),
                    "--compare is of all who take part: leave out --municipality, or ask --county");
            return new Cells.Comparison(needed(indicator, "--compare", "--indicator"), period, county);
        } else if (view.series) {
            refuse(period.isPresent(), "--series is of all periods: leave out --period");
            refuse(county.isPresent(), "--series is of a municipality, with its county beside it: leave out --county");
            return new Cells.Series(
                    needed(municipality, "--series", "--municipality"),
                    needed(indicator, "--series", "--indicator"),
                    exact);
        }
        refuse(exact && municipality.isEmpty(), "--exact needs --municipality");
        refuse(county.isPresent() && municipality.isPresent(), "--county and --municipality are two questions");
        return new Cells.Wanted(municipality, county, indicator, period, exact);
    }

    /** Nothing is left out in silence: what has no effect may have been meant to have one. */
    private void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), why);
        }
    }

    private String needed(Optional<String> option, String by, String name) {
        return option.orElseThrow(() -> new ParameterException(spec.commandLine(), by + " needs " + name));
    }
}
