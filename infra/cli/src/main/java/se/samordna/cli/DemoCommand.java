package se.samordna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samordna.cli.county.CountyOrder;
import se.samordna.cli.county.Municipality;
import se.samordna.cli.county.Pseudonyms;
import se.samordna.cli.replay.CatchUp;
import se.samordna.coordination.AlertLine;
import se.samordna.kit.privacy.Personnummer;
import se.samordna.kit.privacy.PseudonymKey;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.local.LocalPlatform;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topics;

/** Everything up, with the demo county's year in it. */
@Command(
        name = "demo",
        description = {
            "Start everything with a made-up year in it, and stay: Jämtland's eight municipalities, and the two others",
            "whose plans are shown, Sjöbo and a sixth of Borås.",
            "It is twelve whole months and this one until today; then the clock goes on with the wall."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final ZoneId LOCAL = ZoneId.of("Europe/Stockholm");

    @Option(names = "--children", paramLabel = "N", description = "So many in all (default: 34,000).")
    Optional<Integer> children = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Default: 1.")
    long seed;

    @Option(
            names = "--no-open",
            description = "Open no browser. Without this the page opens at a terminal with a display, and not in CI.")
    boolean closed;

    @Mixin
    Machine machine = new Machine();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        long began = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        LocalPlatform platform = machine.start(out);
        LocalDate today = LocalDate.now(LOCAL);
        DemoEnd end = new DemoEnd(machine.directory.path());
        Optional<LocalDate> kept = end.kept();
        List<Municipality> places = children.map(number -> Municipality.sharing(Municipality.DEMO, number))
                .orElse(Municipality.DEMO);
        CountyOrder order = CountyOrder.demo(places, kept.orElse(today), seed, pseudonyms(today));
        DemoCounty county = new DemoCounty(order, platform.bootstrap(), platform.registry());
        if (county.isThere() || (kept.isEmpty() && county.isLate())) {
            out.println(there(kept, today));
        } else {
            end.keep(order.until());
            say(
                    out,
                    began,
                    county.replay(machine.directory.key(), err) + " events of " + order.children()
                            + " children published");
        }
        out.flush();
        CatchUp.await(platform.bootstrap(), words -> {
            err.println(words);
            err.flush();
        });
        say(out, began, "all of them read by coordination and indicators");
        List<AlertLine> told = told(platform);
        name(order, platform, told, out, err, began);
        count(out, told);
        platform.startClock();
        say(out, began, "the clock ticks");
        machine.invite(out, platform.url());
        if (!closed) {
            Browser.here().open(platform.url()).ifPresent(err::println);
            err.flush();
        }
        machine.stay();
        return Samordna.DONE;
    }

    /** Those of the services here, so that a child is found by the number that its page shows. */
    private Pseudonyms pseudonyms(LocalDate today) {
        Pseudonymizer ours = Pseudonymizer.with(new PseudonymKey.KeyFile(machine.directory.key(), false));
        return (place, number) -> DemoVault.PLACES.contains(place)
                ? Personnummer.parse(number, today).map(ours::childId)
                : Optional.empty();
    }

    /** A year that is there stays as it is. One told on a clock that has gone on would be late in all. */
    private String there(Optional<LocalDate> kept, LocalDate today) {
        String until = kept.map(day -> "The county's year is there already, until " + day + ".")
                .orElse("Time has passed already for what is there, and it stays as it is.");
        boolean fresh = kept.filter(today::equals).isPresent();
        return fresh ? until : until + " For a year until today: another --dir, or remove " + machine.directory.path();
    }

    private static List<AlertLine> told(LocalPlatform platform) {
        return Alerts.standing(
                        platform.bootstrap(),
                        platform.registry(),
                        Agencies.ALL.stream().map(Topics::alerts).toList())
                .lines();
    }

    private void name(
            CountyOrder order,
            LocalPlatform platform,
            List<AlertLine> told,
            PrintWriter out,
            PrintWriter err,
            long began) {
        DemoVault vault =
                new DemoVault(order, machine.directory.vaultKeys(), platform.bootstrap(), platform.registry());
        if (!vault.isThere()) {
            Instant at = order.until().atStartOfDay(LOCAL).toInstant();
            say(out, began, vault.fill(told, at, err) + " times it is told and sealed who a child is");
        }
    }

    private static void count(PrintWriter out, List<AlertLine> told) {
        Map<String, Long> alerts = told.stream()
                .filter(line -> line.status().equals("OPEN"))
                .collect(Collectors.groupingBy(AlertsCommand::what, TreeMap::new, Collectors.counting()));
        alerts.forEach((what, number) -> out.printf(Locale.ROOT, "%9d open %s%n", number, what));
    }

    private static void say(PrintWriter out, long began, String what) {
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds, what);
        out.flush();
    }
}
