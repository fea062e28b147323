package se.samordna.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.samordna.cli.county.County;
import se.samordna.cli.county.CountyOrder;
import se.samordna.cli.county.Municipality;
import se.samordna.schemas.Kommunkod;

/** Writes a made-up county, or one municipality, as JSON lines. */
@Command(
        name = "generate",
        description = "Write synthetic events as JSON lines: the eight municipalities of Jämtland, or one.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 20;

    @Option(names = "--municipality", paramLabel = "CODE", description = "One municipality (default: all of Jämtland).")
    Optional<String> municipality = Optional.empty();

    @Option(
            names = "--children",
            paramLabel = "N",
            description = "How many children in all (default: as many as live there).")
    Optional<Integer> children = Optional.empty();

    @Option(names = "--months", paramLabel = "M", defaultValue = "12", description = "How many months (default: 12).")
    int months;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "Where the data end (default: this month's first day).")
    Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed, the same bytes (default: 1).")
    long seed;

    @Option(names = "--personnummer", description = "Test numbers in place of childId, as far as the test range goes.")
    boolean personnummer;

    @Option(names = "--out", paramLabel = "F", description = "The file (default: standard output).")
    Optional<Path> out = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CountyOrder order = new CountyOrder(municipalities(), months, until(), seed, personnummer);
        LocalDate first = order.from();
        long days = ChronoUnit.DAYS.between(first, order.until());
        try (OutputStream to = open();
                Progress progress =
                        Progress.of("generate", days, spec.commandLine().getErr())) {
            long lines = new County(order)
                    .write(
                            (bytes, length) -> write(to, bytes, length),
                            day -> progress.to(ChronoUnit.DAYS.between(first, day) + 1));
            progress.say(lines + " lines of " + order.children() + " children");
        }
        return Samordna.DONE;
    }

    private OutputStream open() throws IOException {
        return new BufferedOutputStream(out.isPresent() ? Files.newOutputStream(out.get()) : System.out, BUFFER);
    }

    private static void write(OutputStream to, byte[] bytes, int length) {
        try {
            to.write(bytes, 0, length);
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDate until() {
        return until.orElseGet(
                () -> LocalDate.now(ZoneId.of("Europe/Stockholm")).withDayOfMonth(1));
    }

    private List<Municipality> municipalities() {
        if (months < 1 || children.orElse(1) < 1) {
            throw new ParameterException(spec.commandLine(), "--months and --children must be at least 1");
        }
        return municipality.isPresent()
                ? List.of(one(municipality.get()))
                : children.map(number -> Municipality.sharing(Municipality.JAMTLAND, number))
                        .orElse(Municipality.JAMTLAND);
    }

    private Municipality one(String code) {
        if (Kommunkod.of(code).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--municipality: no municipality has the code " + code);
        }
        Optional<Municipality> known = Municipality.known(code);
        if (known.isEmpty() && children.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "How many children live in " + code + "? Give --children.");
        }
        int number = children.orElseGet(() -> known.orElseThrow().children());
        return known.map(m -> m.withChildren(number)).orElseGet(() -> new Municipality(code, code, number));
    }
}
