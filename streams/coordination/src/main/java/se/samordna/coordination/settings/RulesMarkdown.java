package se.samordna.coordination.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules as a page to read. {@code streams/rules/RULES.md} is this, of the default settings. */
public final class RulesMarkdown {

    private static final String HEAD = """
            # The alert rules

            Written by `infra/samordna rules --markdown`; a test holds it. A rule's code is one file in [`src/main/java/se/samordna/rules`](src/main/java/se/samordna/rules).
            *Own* rules run for one agency over its own events; *released* ones join agencies and see what the gate released.
            A ground ANCHOR is that of the event the alert rests on. © needs a consent that names the recipient.
            The numbers are settings: no law gives them. See [`rules.yaml`](../coordination/src/main/resources/rules.yaml).

            """;

    private RulesMarkdown() {}

    public static String of(RulesDocument document) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("| | | reads | told | basis |\n|-|-|-|-|-|\n");
        document.rules().forEach(rule -> row(text, rule));
        document.rules().forEach(rule -> sheet(text, rule));
        String shared = document.rules().stream()
                .filter(RulesDocument.Sheet::seesAbsence)
                .map(RulesDocument.Sheet::id)
                .collect(Collectors.joining(", "));
        text.append("\n## Absence\n\nShared by ")
                .append(shared)
                .append(": of the last 28 days with the day itself.\n\n");
        text.append("Settings version ").append(document.absence().version()).append(".\n\n");
        numbers(text, document.absence().numbers());
        return text.toString();
    }

    private static void row(StringBuilder text, RulesDocument.Sheet rule) {
        text.append(String.format(
                Locale.ROOT,
                "| [%s](#%s-%s) | %s | %s | %s | %s |%n",
                rule.id(),
                rule.id().toLowerCase(Locale.ROOT),
                rule.name(),
                rule.name(),
                rule.reads().toLowerCase(Locale.ROOT),
                rule.tells().stream()
                        .map(RulesDocument.Recipient::agency)
                        .map(agency -> agency.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")),
                rule.basis()));
    }

    private static void sheet(StringBuilder text, RulesDocument.Sheet rule) {
        text.append(String.format(
                Locale.ROOT,
                "%n## %s %s%n%n%s%n%n%s%n%n%s%n%n%s%n%n",
                rule.id(),
                rule.name(),
                rule.sentence().sv(),
                rule.explanation().sv(),
                rule.sentence().en(),
                rule.explanation().en()));
        text.append(String.format(
                Locale.ROOT,
                "- Version %d, settings version %s. Basis: %s. Severity: %s, at the worst %s. Next step: `%s`.%n",
                rule.version(),
                rule.settingsVersion(),
                rule.basis(),
                rule.severity(),
                rule.worst(),
                rule.nextStep()));
        text.append("- Reads ")
                .append(rule.reads())
                .append(": ")
                .append(String.join(", ", rule.concerns()))
                .append(".\n");
        rule.tells().forEach(to -> text.append("- Tells ").append(told(to)).append(".\n"));
        text.append('\n');
        numbers(text, rule.numbers());
        if (rule.seesAbsence()) {
            text.append("\nAnd those of [absence](#absence).\n");
        }
    }

    private static String told(RulesDocument.Recipient to) {
        return to.agency()
                + to.notice().map(code -> " the notice `" + code + "`").orElse(" the alert in full")
                + (to.consent() ? " ©" : "")
                + ", on the ground " + to.ground();
    }

    private static void numbers(StringBuilder text, List<RulesDocument.Figure> numbers) {
        text.append("| setting | default | | |\n|-|-|-|-|\n");
        numbers.forEach(number -> text.append(String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s |%n",
                number.name(),
                number.value(),
                number.meaning().sv(),
                number.meaning().en())));
    }
}
