package se.samordna.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.samordna.alerts.AlertStatus;
import se.samordna.coordination.AlertLine;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/** Lists what stands on the alert topics, once the access log has it: see {@link OperatorLog}. */
@Command(
        name = "alerts",
        description = {
            "List the alerts told, the latest word of each: by recipient, child and alert.",
            "Times are Sweden's; with --json they are UTC.",
            "Each child shown is noted in platform.access-log, with the operator as the one who looked."
        },
        mixinStandardHelpOptions = true)
final class AlertsCommand implements Callable<Integer> {
    @Option(names = "--recipient", paramLabel = "R", description = "social-services, school, region or police.")
    Optional<String> recipient = Optional.empty();

    @Option(names = "--child", paramLabel = "C", description = "Of one child.")
    Optional<UUID> child = Optional.empty();

    @Option(names = "--status", paramLabel = "S", description = "OPEN, ACKNOWLEDGED, CLOSED, RESOLVED or WITHDRAWN.")
    Optional<AlertStatus> status = Optional.empty();

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Alerts.Standing standing = Alerts.standing(running.bootstrap, running.registry, topics());
        List<AlertLine> lines = standing.lines().stream()
                .filter(line -> child.isEmpty() || child.get().equals(line.childId()))
                .filter(line -> status.isEmpty() || status.get().name().equals(line.status()))
                .toList();
        new OperatorLog(running.bootstrap, running.registry).write(OperatorLog.of(child, lines, Instant.now()));
        PrintWriter out = spec.commandLine().getOut();
        lines.stream().map(json ? Alerts::json : AlertsCommand::words).forEach(out::println);
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        if (lines.isEmpty()) {
            err.println(
                    standing.lines().isEmpty() ? "No alert has been told yet." : "None of the alerts told is such.");
            err.flush();
        }
        if (standing.unreadable().isEmpty()) {
            return Samordna.DONE;
        }
        err.println("Left out, because they are no alerts: the records " + String.join(", ", standing.unreadable()));
        err.flush();
        return Samordna.REFUSED;
    }

    /** For people: the alert, to whom, rule or notice, status, municipality (a notice tells none), child, due time. */
    static String words(AlertLine line) {
        String municipality =
                line instanceof AlertLine.Full full ? full.municipality().orElse("") : "";
        String overdue = line instanceof AlertLine.Full full && full.overdue() ? "  OVERDUE" : "";
        return "%s  %-16s %-34s %-12s %-4s  child %s  due %s%s"
                .formatted(
                        line.alertId(),
                        line.recipient(),
                        what(line),
                        line.status(),
                        municipality,
                        line.childId(),
                        Instants.local(line.dueAt()),
                        overdue);
    }

    /** What it is: its rule, or the notice's code. */
    static String what(AlertLine line) {
        return switch (line) {
            case AlertLine.Full full -> full.ruleId();
            case AlertLine.Notice notice -> notice.notice();
        };
    }

    private List<Topic> topics() {
        if (recipient.isEmpty()) {
            return Agencies.ALL.stream().map(Topics::alerts).toList();
        }
        Agency agency = Agencies.ofWireName(recipient.get())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--recipient is one of social-services, school, region, police"));
        return List.of(Topics.alerts(agency));
    }
}
