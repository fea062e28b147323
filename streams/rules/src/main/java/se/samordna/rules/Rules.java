package se.samordna.rules;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules in force, each with its settings.
 *
 * @param absence what the rules that see runs of absence share
 */
public record Rules(List<Rule> all, AbsenceSettings absence) {

    /** A rule as it is made of its settings, here the default ones. */
    private record Kind<S extends Rule.Settings>(S standard, Function<S, Rule> made) {

        Rule rule() {
            return made.apply(standard);
        }

        @SuppressWarnings("unchecked") // asked for by the rule, which has but one kind of settings
        Rule rule(Map<RuleId, Rule.Settings> others) {
            Rule rule = rule();
            return made.apply((S) others.getOrDefault(rule.card().id(), standard));
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(R01.Settings.DEFAULT, R01::new),
            new Kind<>(R02.Settings.DEFAULT, R02::new),
            new Kind<>(R03.Settings.DEFAULT, R03::new),
            new Kind<>(R04.Settings.DEFAULT, R04::new),
            new Kind<>(R05.Settings.DEFAULT, R05::new),
            new Kind<>(R06.Settings.DEFAULT, R06::new),
            new Kind<>(R07.Settings.DEFAULT, R07::new),
            new Kind<>(R08.Settings.DEFAULT, R08::new),
            new Kind<>(R09.Settings.DEFAULT, R09::new),
            new Kind<>(R10.Settings.DEFAULT, R10::new),
            new Kind<>(R11.Settings.DEFAULT, R11::new),
            new Kind<>(R12.Settings.DEFAULT, R12::new),
            new Kind<>(R13.Settings.DEFAULT, R13::new),
            new Kind<>(R14.Settings.DEFAULT, R14::new),
            new Kind<>(R15.Settings.DEFAULT, R15::new),
            new Kind<>(R16.Settings.DEFAULT, R16::new),
            new Kind<>(R17.Settings.DEFAULT, R17::new),
            new Kind<>(R18.Settings.DEFAULT, R18::new),
            new Kind<>(R19.Settings.DEFAULT, R19::new),
            new Kind<>(R20.Settings.DEFAULT, R20::new),
            new Kind<>(R21.Settings.DEFAULT, R21::new),
            new Kind<>(R22.Settings.DEFAULT, R22::new),
            new Kind<>(R23.Settings.DEFAULT, R23::new),
            new Kind<>(R24.Settings.DEFAULT, R24::new),
            new Kind<>(R25.Settings.DEFAULT, R25::new),
            new Kind<>(R26.Settings.DEFAULT, R26::new));

    public Rules {
        all = List.copyOf(all);
    }

    /** Rules with the default settings of absence. */
    public Rules(List<Rule> all) {
        this(all, AbsenceSettings.DEFAULT);
    }

    /** All rules with their default settings. */
    public static Rules standard() {
        return new Rules(KINDS.stream().map(Kind::rule).toList());
    }

    /**
     * All rules, with other settings than the default.
     *
     * @param others of the rules that have others, each of its own rule's kind
     */
    public static Rules with(Map<RuleId, Rule.Settings> others, AbsenceSettings absence) {
        return new Rules(KINDS.stream().map(kind -> kind.rule(others)).toList(), absence);
    }

    /** How coordination's children remember attendance under these settings. */
    public Memory memory() {
        return Memory.COORDINATION.with(absence);
    }

    /** The version of a rule's settings, as alerts carry it. */
    public String settingsVersion(Rule rule) {
        return SettingsVersion.text(SettingsVersion.of(rule, absence));
    }

    /** Whether what makes absence high is among what decides a rule. */
    public boolean seesAbsence(Rule rule) {
        return SettingsVersion.seesRuns(rule);
    }

    /** What a rule looks for and why, with the numbers in force. */
    public Card.Text explanation(Rule rule) {
        Card.Text text = rule.card().explanations();
        return new Card.Text(filled(text.sv(), rule), filled(text.en(), rule));
    }

    private String filled(String text, Rule rule) {
        String filled = text;
        for (SettingNumber number : SettingNumber.of(rule.settings())) {
            filled = filled.replace("{" + number.name() + "}", number.value().toString());
        }
        for (SettingNumber number : SettingNumber.of(absence)) {
            filled = filled.replace(
                    "{absence." + number.name() + "}", number.value().toString());
        }
        return filled;
    }

    /** Another number for other rules, versions, settings or policy, the same on every JVM. */
    public int fingerprint() {
        return Stream.concat(
                        all.stream().map(r -> r.card().id() + "." + r.card().version() + r.settings()),
                        Stream.of(absence.toString(), "I20." + Timeliness.VERSION))
                .collect(Collectors.joining(";", Disclose.VERSION + ";", ""))
                .hashCode();
    }
}
