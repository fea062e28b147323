package se.samordna.coordination.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.samordna.rules.AbsenceSettings;
import se.samordna.rules.R01;
import se.samordna.rules.R09;
import se.samordna.rules.Rule;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;
import se.samordna.rules.SettingNumber;
import se.samordna.streams.yaml.Fault;
import se.samordna.streams.yaml.YamlText;

/** A file says the numbers that differ; every mistake in it is found at once, and a law's number cannot be set. */
class RulesFileTest {

    @Test
    void the_file_that_comes_with_samordna_says_every_number_as_it_is() throws IOException {
        String shipped = shipped();

        assertThat(shipped).isEqualTo(RulesYaml.of(Rules.standard()));
        assertThat(rules(shipped)).isEqualTo(Rules.standard());
        assertThat(Rules.standard().all())
                .allSatisfy(rule -> assertThat(shipped)
                        .contains("\n" + rule.card().id() + ": # " + rule.card().name() + "\n"));
    }

    @Test
    void the_page_of_the_rules_is_what_the_rules_say() throws IOException {
        assertThat(Files.readString(Path.of("../rules/RULES.md")))
                .isEqualTo(RulesMarkdown.of(RulesDocument.of(Rules.standard())));
    }

    @Test
    void a_file_names_only_what_differs() {
        Rules rules = rules("""
                absence: {version: 2, highPercent: 15}
                R01:
                  version: 7
                  sameDayBefore: 14:30
                R09: {version: 3, actDays: 10}
                """);

        assertThat(rules.absence()).isEqualTo(new AbsenceSettings(2, 600, 15, 20, 50, 2));
        assertThat(settings(rules, RuleId.R01))
                .isEqualTo(new R01.Settings(7, java.time.LocalTime.of(14, 30), java.time.LocalTime.NOON));
        assertThat(settings(rules, RuleId.R09)).isEqualTo(new R09.Settings(3, 10));
        assertThat(rules.all().stream()
                        .filter(rule -> !Set.of(RuleId.R01, RuleId.R09)
                                .contains(rule.card().id())))
                .isEqualTo(Rules.standard().all().stream()
                        .filter(rule -> !Set.of(RuleId.R01, RuleId.R09)
                                .contains(rule.card().id()))
                        .toList());
    }

    @Test
    void a_file_with_many_mistakes_names_each_with_its_line_and_key() {
        assertThat(faults("""
                absence:
                  highPercent: 60
                  version: 2
                R09:
                  actDays: 10
                R99: {version: 2}
                R02:
                  version: 2
                  alertDay: 14
                  legalDays: 20
                R10:
                  version: 0
                  waitDays: soon
                  actDays: 3.5
                  actDays: 4
                R16: {version: 2, alertDays: 31}
                R01: {version: 2, nextDayBy: noon}
                R05: 4
                """))
                .containsExactly(
                        "rules.yaml:2: absence: highPercent, urgentPercent and worstPercent must rise: they are 60, 20"
                                + " and 50",
                        "rules.yaml:5: R09.actDays is 10 and was 14, and the version is the same: give R09 another"
                                + " version",
                        "rules.yaml:6: the file has no field R99",
                        "rules.yaml:9: R02.alertDay is 14, must be a whole number from 0 to 13",
                        "rules.yaml:10: R02 has no field legalDays",
                        "rules.yaml:12: R10.version is 0, must be a whole number from 1 to 9999",
                        "rules.yaml:13: R10.waitDays is soon, must be a whole number from 0 to 366",
                        "rules.yaml:15: R10 has actDays twice",
                        "rules.yaml:16: R16: alertDays must not be after assessDays: they are 31 and 30",
                        "rules.yaml:17: R01.nextDayBy is noon, must be a time such as 15:00",
                        "rules.yaml:18: R05 must be a mapping with actDays, groupDays, groups, reportDays, reports,"
                                + " version");
    }

    @Test
    void what_says_nothing_or_is_no_yaml_is_said_so() {
        assertThat(faults("")).containsExactly("rules.yaml:1: the file is empty");
        assertThat(faults("R09: [")).singleElement().asString().startsWith("rules.yaml:1: is no YAML");
        assertThat(rules("{}")).isEqualTo(Rules.standard());
    }

    @Test
    void two_settings_of_one_version_with_other_numbers_clash() {
        Rules one = rules("R09: {version: 2, actDays: 10}");
        Rules other = rules("R09: {version: 2, actDays: 12}\nabsence: {version: 2, highPercent: 15}");

        assertThat(RulesFile.clashes(one, other)).containsExactly("R09.actDays is 12 and was 10");
        assertThat(RulesFile.clashes(one, one)).isEmpty();
        assertThat(RulesFile.clashes(Rules.standard(), other)).isEmpty();
    }

    @Test
    void every_number_says_what_it_means_and_lies_in_its_own_range() {
        assertThat(Rules.standard().all().stream().map(Rule::settings)).allSatisfy(RulesFileTest::isDescribed);
        isDescribed(AbsenceSettings.DEFAULT);
    }

    private static void isDescribed(Rule.Settings settings) {
        assertThat(settings.version()).isEqualTo(1);
        assertThat(settings.contradictions()).isEmpty();
        assertThat(SettingNumber.of(settings)).isNotEmpty().allSatisfy(number -> {
            assertThat(number.words().sv()).isNotBlank();
            assertThat(number.words().en()).isNotBlank();
            if (number.value() instanceof Integer value) {
                assertThat(value)
                        .isBetween(number.words().least(), number.words().most());
            }
        });
    }

    @Test
    void no_explanation_leaves_a_number_open() {
        assertThat(RulesDocument.of(Rules.standard()).rules()).allSatisfy(rule -> {
            assertThat(rule.explanation().sv()).doesNotContain("{", "}");
            assertThat(rule.explanation().en()).doesNotContain("{", "}");
        });
    }

    @Test
    void an_explanation_and_its_version_follow_the_settings() {
        RulesDocument.Sheet rule = RulesDocument.of(rules("absence: {version: 4, highPercent: 15}")).rules().stream()
                .filter(sheet -> sheet.id().equals("R09"))
                .findFirst()
                .orElseThrow();

        assertThat(rule.explanation().sv()).contains("minst 15 %");
        assertThat(rule.settingsVersion()).isEqualTo("1.4");
    }

    private static Rule.Settings settings(Rules rules, RuleId id) {
        return rules.all().stream()
                .filter(rule -> rule.card().id() == id)
                .findFirst()
                .orElseThrow()
                .settings();
    }

    private static Rules rules(String text) {
        return switch (RulesFile.read("rules.yaml", text)) {
            case YamlText.Read.Right<Rules>(Rules rules) -> rules;
            case YamlText.Read.Faulty<Rules>(List<Fault> faults) -> throw new RulesFaulty(faults);
        };
    }

    private static List<String> faults(String text) {
        return RulesFile.read("rules.yaml", text) instanceof YamlText.Read.Faulty<Rules>(List<Fault> faults)
                ? faults.stream().map(Fault::toString).toList()
                : List.of();
    }

    private static String shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(RulesFileTest.class.getResourceAsStream("/rules.yaml"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
