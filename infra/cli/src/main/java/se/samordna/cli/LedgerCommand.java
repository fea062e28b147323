package se.samordna.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samordna.coordination.AlertLine;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/**
 * The ledger of what was told: who, which revision, which fields, on what ground, when, and why it was changed or taken
 * back. Written by coordination in one transaction with each telling, so that it cannot say other than what was told.
 */
@Command(
        name = "ledger",
        description = {
            "List who was told what, revision after revision: by which rule, on what legal ground, when, and why it was",
            "recalled. Times are Sweden's; with --json they are UTC, and the rule is left to `alerts`.",
            "Each child shown is noted in platform.access-log, with the operator as the one who looked."
        },
        mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {
    private static final String WHAT = "LEDGER";

    @Option(names = "--child", paramLabel = "C", description = "Of one child.")
    Optional<UUID> child = Optional.empty();

    @Option(names = "--alert", paramLabel = "A", description = "Of one alert.")
    Optional<UUID> alert = Optional.empty();

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Ledger ledger = Ledger.read(running.bootstrap, running.registry, child);
        List<Ledger.Entry> entries = ledger.entries().stream()
                .filter(entry -> alert.isEmpty() || alert.get().equals(entry.alertId()))
                .toList();
        new OperatorLog(running.bootstrap, running.registry)
                .write(OperatorLog.of(
                        WHAT, child, entries.stream().map(Ledger.Entry::childId).toList(), Instant.now()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            entries.stream().map(Ledger::json).forEach(out::println);
        } else if (!entries.isEmpty()) {
            Map<UUID, String> rules = rules();
            entries.forEach(entry -> out.println(words(entry, rules.getOrDefault(entry.alertId(), ""))));
        }
        PrintWriter err = spec.commandLine().getErr();
        if (entries.isEmpty()) {
            err.println("Nobody has been told anything" + (child.isPresent() || alert.isPresent() ? " of it." : "."));
        }
        if (!ledger.unreadable().isEmpty()) {
            err.println("Left out, because they are no entries: the records " + String.join(", ", ledger.unreadable()));
        }
        out.flush();
        err.flush();
        return ledger.unreadable().isEmpty() ? Samordna.DONE : Samordna.REFUSED;
    }

    /** Which rule each alert is of: an entry does not say it, the alert as its owner has it does. */
    private Map<UUID, String> rules() {
        List<Topic> topics = Agencies.ALL.stream().map(Topics::alerts).toList();
        return Alerts.standing(running.bootstrap, running.registry, topics).lines().stream()
                .flatMap(line -> line instanceof AlertLine.Full full ? Stream.of(full) : Stream.empty())
                .collect(Collectors.toMap(AlertLine.Full::alertId, AlertLine.Full::ruleId, (one, _) -> one));
    }

    /** For people; the rule is blank where no alert stands any more. */
    static String words(Ledger.Entry entry, String rule) {
        return String.format(
                Locale.ROOT,
                "%s  %-16s %-3s revision %-3d %-12s on %-18s %-34s %s of child %s: %s",
                Instants.local(entry.at()),
                entry.recipient(),
                rule,
                entry.revision(),
                entry.status(),
                entry.ground(),
                entry.reason().map(why -> "because " + why).orElse(""),
                entry.alertId(),
                entry.childId(),
                String.join(" ", entry.fields()));
    }
}
