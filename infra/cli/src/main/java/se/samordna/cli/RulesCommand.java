package se.samordna.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.samordna.coordination.settings.RulesDocument;
import se.samordna.coordination.settings.RulesMarkdown;
import se.samordna.coordination.settings.RulesYaml;
import se.samordna.rules.Rules;
import tools.jackson.databind.json.JsonMapper;

/**
 * The alert rules as this release has them, with the settings of a file or the default ones. Asks a running system only
 * where it is told of one.
 */
@Command(
        name = "rules",
        description = {
            "Show the alert rules: what each looks for, on what law, who is told, and the numbers no law gives.",
            "With --url those in force in that running system; so does the page /rules show them."
        },
        mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
    /** At most one form. */
    static final class Form {
        @Option(names = "--json", description = "As GET /api/coordination/v1/rules answers.")
        boolean json;

        @Option(names = "--markdown", description = "As a page to read: streams/rules/RULES.md is this.")
        boolean markdown;

        @Option(names = "--yaml", description = "The numbers alone, to copy what you want to change into a file.")
        boolean yaml;
    }

    @ArgGroup
    Form form = new Form();

    @Mixin
    Running running = new Running();

    @Mixin
    RulesOption settings = new RulesOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Rules rules = rules();
        PrintWriter out = spec.commandLine().getOut();
        if (form.json) {
            out.println(JsonMapper.builder().build().writeValueAsString(RulesDocument.of(rules)));
        } else if (form.markdown) {
            out.print(RulesMarkdown.of(RulesDocument.of(rules)));
        } else if (form.yaml) {
            out.print(RulesYaml.of(rules));
        } else {
            list(out, RulesDocument.of(rules));
        }
        out.flush();
        return Samordna.DONE;
    }

    /** Only asked for by name: the default address is no reason to ask. */
    private Rules rules() {
        boolean inForce = spec.commandLine().getParseResult().hasMatchedOption("--url");
        if (inForce && settings.settings.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--url and --rules are two questions");
        }
        return inForce ? InForce.of(running.http()) : settings.rules();
    }

    private static void list(PrintWriter out, RulesDocument document) {
        for (RulesDocument.Sheet rule : document.rules()) {
            out.printf(
                    Locale.ROOT,
                    "%s  v%d, settings %-4s %-32s %s%n     %s%n",
                    rule.id(),
                    rule.version(),
                    rule.settingsVersion(),
                    rule.name(),
                    rule.basis(),
                    rule.explanation().en());
        }
    }
}
