package se.samordna.coordination.settings;

import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.Collectors;
import se.samordna.rules.Rule;
import se.samordna.rules.Rules;
import se.samordna.rules.SettingNumber;

/** Settings as the text of a {@link RulesFile}, each number with what it means. */
public final class RulesYaml {

    private static final String HEAD = """
            # Every number of the alert rules that no law gives. Written by: infra/samordna rules --yaml
            #
            # To change some, write a file of your own with those alone: the block, a version not used before, the number.
            #   R09: {version: 2, actDays: 10}
            # Try it on what has been:   infra/samordna what-if FILE --from 2026-01-01
            # Put it in force:           infra/samordna up --rules FILE
            # The version is told in each alert. Days that the law counts (14 days, 4 months, ...) are not here.
            """;

    private static final int COMMENT = 32;

    private RulesYaml() {}

    public static String of(Rules rules) {
        StringBuilder text = new StringBuilder(HEAD);
        String shared = rules.all().stream()
                .filter(rules::seesAbsence)
                .map(rule -> rule.card().id().name())
                .collect(Collectors.joining(", "));
        block(text, "absence", "a day of high absence, for " + shared, rules.absence());
        rules.all()
                .forEach(
                        rule -> block(text, rule.card().id().name(), rule.card().name(), rule.settings()));
        return text.toString();
    }

    private static void block(StringBuilder text, String name, String what, Rule.Settings settings) {
        text.append(String.format(Locale.ROOT, "%n%s: # %s%n  version: %d%n", name, what, settings.version()));
        for (SettingNumber number : SettingNumber.of(settings)) {
            String value = number.value() instanceof LocalTime
                    ? "\"" + number.value() + "\""
                    : number.value().toString();
            String line = "  " + number.name() + ": " + value;
            text.append(line)
                    .repeat(' ', Math.max(1, COMMENT - line.length()))
                    .append("# ")
                    .append(number.words().en())
                    .append(range(number))
                    .append('\n');
        }
    }

    private static String range(SettingNumber number) {
        return number.value() instanceof LocalTime
                ? ""
                : " (" + number.words().least() + " to " + number.words().most() + ")";
    }
}
