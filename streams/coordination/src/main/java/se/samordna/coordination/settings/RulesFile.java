package se.samordna.coordination.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import se.samordna.rules.AbsenceSettings;
import se.samordna.rules.Rule;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;
import se.samordna.rules.SettingNumber;
import se.samordna.rules.SettingsVersion;
import se.samordna.streams.yaml.Fields;
import se.samordna.streams.yaml.YamlText;

/**
 * Reads a file of settings: {@code rules.yaml}, which comes with Samordna and says every number, is one; another names only
 * what differs from it.
 *
 * <pre>
 * absence: {version: 2, highPercent: 15}    what R09, R10 and R13 share
 * R09:     {version: 2, actDays: 10}
 * </pre>
 *
 * A block that changes a number has another version than 1, by which alerts tell under which settings they were decided.
 */
public final class RulesFile {

    private static final String ABSENCE = "absence";
    private static final String VERSION = "version";
    private static final AbsenceSettings NO_ABSENCE = AbsenceSettings.DEFAULT;

    private final YamlText yaml;

    private RulesFile(String file) {
        yaml = new YamlText(file);
    }

    /**
     * Reads the text of a file.
     *
     * @param file its name, as faults name it
     */
    public static YamlText.Read<Rules> read(String file, String text) {
        RulesFile reading = new RulesFile(file);
        return reading.yaml.read(text, reading::rules);
    }

    /** @throws IOException if the file cannot be read */
    public static YamlText.Read<Rules> read(Path file) throws IOException {
        return read(file.toString(), Files.readString(file));
    }

    private Rules rules(Node root) {
        Map<String, Rule> known = Rules.standard().all().stream()
                .collect(Collectors.toMap(rule -> rule.card().id().name(), rule -> rule));
        Set<String> blocks =
                Stream.concat(known.keySet().stream(), Stream.of(ABSENCE)).collect(Collectors.toSet());
        Fields file = new Fields("the file", root, yaml::fault, blocks);
        Map<RuleId, Rule.Settings> others = new EnumMap<>(RuleId.class);
        AbsenceSettings absence = NO_ABSENCE;
        for (String name : file.names()) {
            if (name.equals(ABSENCE)) {
                absence = changed(file, name, absence);
            } else {
                Rule rule = Optional.ofNullable(known.get(name)).orElseThrow();
                others.put(rule.card().id(), changed(file, name, rule.settings()));
            }
        }
        return Rules.with(others, absence);
    }

    private <S extends Rule.Settings> S changed(Fields file, String name, S settings) {
        Set<String> allowed = Stream.concat(
                        Stream.of(VERSION), SettingNumber.of(settings).stream().map(SettingNumber::name))
                .collect(Collectors.toSet());
        return file.fields(name, allowed, block -> said(block, name, settings)).orElse(settings);
    }

    private <S extends Rule.Settings> S said(Fields block, String name, S settings) {
        int version = block.has(VERSION)
                ? block.whole(VERSION, 1, SettingsVersion.GREATEST).orElse(0)
                : settings.version();
        Map<String, Object> numbers = new HashMap<>();
        for (SettingNumber number : SettingNumber.of(settings)) {
            if (block.has(number.name())) {
                written(block, number).ifPresent(value -> numbers.put(number.name(), value));
            }
        }
        S other = SettingNumber.changed(settings, version, numbers);
        other.contradictions().forEach(why -> yaml.fault(block.line(), name + ": " + why));
        differences(settings, other)
                .forEach(difference -> yaml.fault(
                        block.line(difference.name()),
                        name + "." + difference + ", and the version is the same: give " + name + " another version"));
        return other;
    }

    private static Optional<?> written(Fields block, SettingNumber number) {
        return number.value() instanceof LocalTime
                ? block.time(number.name())
                : block.whole(
                        number.name(), number.words().least(), number.words().most());
    }

    /** A number that two settings of one version do not agree on. */
    private record Difference(String name, Object one, Object other) {
        @Override
        public String toString() {
            return name + " is " + other + " and was " + one;
        }
    }

    private static List<Difference> differences(Rule.Settings one, Rule.Settings other) {
        if (one.version() != other.version()) {
            return List.of();
        }
        List<SettingNumber> ones = SettingNumber.of(one);
        List<SettingNumber> others = SettingNumber.of(other);
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            if (!ones.get(i).value().equals(others.get(i).value())) {
                differences.add(new Difference(
                        ones.get(i).name(), ones.get(i).value(), others.get(i).value()));
            }
        }
        return differences;
    }

    /** Where two settings give one version to different numbers, in words; empty if nowhere. */
    public static List<String> clashes(Rules inForce, Rules other) {
        List<String> clashes = new ArrayList<>();
        differences(inForce.absence(), other.absence()).forEach(each -> clashes.add(ABSENCE + "." + each));
        for (int i = 0; i < inForce.all().size(); i++) {
            Rule rule = inForce.all().get(i);
            differences(rule.settings(), other.all().get(i).settings())
                    .forEach(each -> clashes.add(rule.card().id() + "." + each));
        }
        return clashes;
    }
}
