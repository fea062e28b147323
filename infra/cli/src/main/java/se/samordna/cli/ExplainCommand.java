package se.samordna.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samordna.alerts.Alert;
import se.samordna.alerts.Evidence;
import se.samordna.local.StartupProblem;

/** Why an alert was told: its rule and version, its events, its law. */
@Command(
        name = "explain",
        description = "Say why an alert was told: which events, which rule in which version, on what law.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ALERT", description = "The alertId.")
    String alertId = "";

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        String wanted = alertId.toLowerCase(Locale.ROOT);
        Alert alert = Alerts.inFull(running.bootstrap, running.registry, wanted)
                .orElseThrow(() -> new StartupProblem("No alert topic holds " + wanted + " in full."));
        PrintWriter out = spec.commandLine().getOut();
        out.println(alert.getSentence().getEn());
        out.println(alert.getSentence().getSv());
        out.println();
        row(
                out,
                "rule",
                alert.getRuleId() + " version " + alert.getRuleVersion() + ", settings " + alert.getSettingsVersion());
        row(out, "law or plan", alert.getBasis());
        row(out, "child", alert.getChildId());
        row(out, "municipality", alert.getMunicipality());
        row(
                out,
                "status",
                alert.getStatus() + ", level " + alert.getLevel() + ", " + alert.getSeverity()
                        + (alert.getOverdue() ? ", overdue" : ""));
        row(out, "since", alert.getOpenedAt());
        row(out, "due", alert.getDueAt());
        Optional.ofNullable(alert.getResolvedAt()).ifPresent(at -> row(out, "resolved", at));
        Optional.ofNullable(alert.getWithdrawnReason()).ifPresent(reason -> row(out, "withdrawn", reason));
        row(out, "next step", alert.getNextStep());
        row(out, "anchor", alert.getAnchor());
        alert.getEvidence().forEach(event -> row(out, "event", words(event)));
        alert.getSupersedes().forEach(id -> row(out, "in place of", id));
        Optional.ofNullable(alert.getSupersededBy()).ifPresent(id -> row(out, "replaced by", id));
        out.flush();
        return Samordna.DONE;
    }

    private static String words(Evidence event) {
        String type = Optional.ofNullable(event.getType()).orElse("");
        String agency = Optional.ofNullable(event.getAgency()).map(Enum::name).orElse("");
        return (event.getEventId() + " " + type + " " + agency).strip();
    }

    private static void row(PrintWriter out, String name, Object value) {
        out.printf(Locale.ROOT, "%-13s %s%n", name, value);
    }
}
