package se.samordna.indicators.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.indicators.plans.PlanFile.Standing;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.yaml.Fault;
import se.samordna.streams.yaml.YamlText;

/** A plan file with every kind of mistake, all found in one reading. */
class MistakesTest {

    private static final LocalDate MAY = LocalDate.parse("2026-05-15");
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");

    @Test
    void every_kind_of_mistake_is_told_with_its_file_line_and_field_and_nothing_else() throws IOException {
        assertThat(faults(text("mistakes.yaml")))
                .containsExactly(
                        "plan.yaml:2: municipality is 9999, must be a kommunkod such as \"2380\"",
                        "plan.yaml:4: the plan has name twice",
                        "plan.yaml:5: version is 1, must be after 3, which holds from 2026-01-01",
                        "plan.yaml:6: validFrom is 2026-13-01, must be a date such as 2026-01-31",
                        "plan.yaml:7: compared is kanske, must be true or false",
                        "plan.yaml:8: the plan has no field colour",
                        "plan.yaml:11: name lacks en",
                        "plan.yaml:15: target has no direction, must have one of up, down, keep",
                        "plan.yaml:17: owner is empty",
                        "plan.yaml:21: target is 120.0, must be a share in per cent, from 0 to 100",
                        "plan.yaml:25: indicator is I99, must be an indicator such as I05 or M.youth-centre-visits",
                        "plan.yaml:26: direction is upp, must be one of up, down, keep",
                        "plan.yaml:27: period is week, must be one of month, quarter, year",
                        "plan.yaml:30: indicator is M.Youth_Visits, must be M. and a code of small letters, digits and"
                                + " hyphens such as M.youth-centre-visits",
                        "plan.yaml:32: target is tjugo, must be a number",
                        "plan.yaml:34: has the anchor &office: write it out",
                        "plan.yaml:35: a goal lacks period",
                        "plan.yaml:38: has the alias *office: write it out",
                        "plan.yaml:40: name must be a mapping with en, sv",
                        "plan.yaml:40: name lacks sv",
                        "plan.yaml:40: name lacks en",
                        "plan.yaml:41: status is begun, must be one of planned, ongoing, done, stopped",
                        "plan.yaml:42: evidence is SomethingHappened, must be an event type, an indicator or a measure",
                        "plan.yaml:44: has a tab in its indentation, where only spaces may be",
                        "plan.yaml:45: evidence is M.digital-child-meeting, must be a measure that a goal of the plan names",
                        "plan.yaml:46: id is J4, which the plan has twice",
                        "plan.yaml:48: goals is empty, an area has one at least",
                        "plan.yaml:49: activities must be a list");
    }

    @Test
    void a_version_does_not_hold_from_before_the_one_that_is_there() throws IOException {
        String early = changed("version: 1", "version: 4", "validFrom: 2017-01-01", "validFrom: 2025-12-31");

        assertThat(faults(early))
                .containsExactly("plan.yaml:5: validFrom is 2025-12-31, must be 2026-01-01 or later, as version 3 holds"
                        + " from that day");
        assertThat(faults(changed("version: 1", "version: 4", "validFrom: 2017-01-01", "validFrom: 2026-01-02")))
                .isEmpty();
        assertThat(faults(changed("version: 1", "version: 4", "validFrom: 2017-01-01", "validFrom: 2026-01-01")))
                .containsExactly("plan.yaml:4: version is 4, must be 3, as that holds from 2026-01-01");
    }

    @Test
    void a_value_that_is_none_and_a_measure_by_another_name_are_told() throws IOException {
        assertThat(faults(changed("target: 20", "target: NaN", "baseline: 10", "baseline: -1")))
                .extracting(fault -> fault.replaceFirst(".*?: ", ""))
                .contains("target is NaN, must be a number", "baseline is -1.0, must be 0 or more");
        assertThat(faults(changed("indicator: I08", "indicator: M.direct-time")))
                .anySatisfy(fault ->
                        assertThat(fault).endsWith("indicator is M.direct-time, must be I08, which is that measure"));
    }

    @Test
    void a_character_that_cannot_be_printed_is_told_by_its_line_and_the_rest_is_read() throws IOException {
        assertThat(faults(changed("name: Famil", "name: \u0007Famil", "direction: keep", "direction: kept")))
                .first()
                .isEqualTo("plan.yaml:3: has the character U+0007, which cannot be printed: take it out");
        assertThat(faults(changed("target: 20", "target: 2\u00000\nowners: X")))
                .extracting(fault -> fault.replaceFirst(".*?: ", ""))
                .startsWith("has the character U+0000, which cannot be printed: take it out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        \\UFFFFFFFF | plan.yaml:12: is no YAML: there is no such character as this \\U
        \\U00110000 | plan.yaml:12: is no YAML: found unknown escape character 00110000
        """)
    void an_escape_that_is_no_character_is_told_by_its_line(String escape, String fault) throws IOException {
        assertThat(faults(changed("Policyn är antagen", "\"Policyn " + escape + "\"")))
                .containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: "})
    void what_is_nested_too_deep_is_told_by_the_line_where_it_is(String opening) throws IOException {
        String closing = opening.startsWith("[") ? "]" : "}";
        String deep = opening.repeat(50) + closing.repeat(50);

        assertThat(faults(text("sjobo.yaml") + "colour:\n  " + deep + "\n"))
                .containsExactly("plan.yaml:285: is nested more than 50 deep, the most that is read");
        assertThat(faults(text("sjobo.yaml") + "colour:\n  " + opening.repeat(49) + closing.repeat(49) + "\n"))
                .as("as deep as may be")
                .contains("plan.yaml:284: the plan has no field colour");
    }

    @Test
    void a_file_of_more_than_three_mebibytes_is_told_and_not_read() throws IOException {
        String text = text("sjobo.yaml");
        int left = YamlText.MOST_BYTES - text.getBytes(StandardCharsets.UTF_8).length;
        String filled = text + "\n".repeat(left);

        assertThat(faults(filled)).noneMatch(fault -> fault.contains("MiB"));
        assertThat(faults(filled + "\n")).containsExactly("plan.yaml:1: is longer than 3 MiB, the most that is read");
        assertThat(PlanFile.read("plan.yaml", filled + "\n".repeat(left)))
                .as("by its characters, where it is a text already")
                .isEqualTo(new PlanFile.Read.Faulty(
                        List.of(new Fault("plan.yaml", 1, "is longer than 3 MiB, the most that is read"))));
    }

    @Test
    void a_file_that_is_not_utf_8_is_told_by_the_first_line_that_is_not() throws IOException {
        byte[] latin =
                "# A plan\nmunicipality: \"1265\"\nname: Sjöbo\nname: Sjöbo\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(faults(latin)).containsExactly("plan.yaml:3: is not UTF-8 from here on: save it as UTF-8");
        assertThat(faults(text("sjobo.yaml").getBytes(StandardCharsets.UTF_16)))
                .containsExactly("plan.yaml:1: is not UTF-8 from here on: save it as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20d", "20f", "0x1p3", "Infinity", "1_000", "1e999", "٢٠"})
    void a_number_that_only_a_programmer_takes_for_one_is_told(String written) throws IOException {
        assertThat(faults(changed("target: 20", "target: " + written)))
                .extracting(fault -> fault.replaceFirst(".*?: ", ""))
                .contains("target is " + written + ", must be a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "20.5", "+20", "2e1", ".5", "20."})
    void a_number_as_yaml_writes_one_is_right(String written) throws IOException {
        assertThat(faults(later("target: 20", "target: " + written))).isEmpty();
    }

    @Test
    void a_plan_without_areas_is_told() {
        assertThat(faults("municipality: \"1265\"\nname: Plan\nvalidFrom: 2026-02-01\nareas: []\n"))
                .containsExactly("plan.yaml:4: areas is empty, a plan has one at least");
    }

    @Test
    void two_goals_that_pull_one_indicator_apart_and_two_activities_of_one_name_are_told() {
        assertThat(faults("""
                municipality: "1265"
                name: Plan
                validFrom: 2026-02-01
                areas:
                  - id: J3
                    name: {sv: Hjälp, en: Help}
                    goals:
                      - {text: Fler, indicator: I06, direction: up, period: year, owner: Nämnden}
                      - {text: Kvar, indicator: I06, direction: keep, period: year, owner: Nämnden}
                      - {text: Kortare, indicator: I10, direction: down, target: 3651, period: year, owner: Nämnden}
                      - {text: Kortare, indicator: I25, direction: down, target: 3650, period: year, owner: Nämnden}
                    activities:
                      - {name: {sv: Möten, en: Meetings}, status: ongoing, evidence: I06}
                      - name: {sv: Möten, en: Conferences}
                        status: done
                        evidence: I06
                  - id: J4
                    name: {sv: Tid, en: Time}
                    goals:
                      - text: Färre
                        indicator: I06
                        direction: down
                        period: month
                        owner: Nämnden
                    activities:
                      - {name: {sv: Möten, en: Meetings}, status: ongoing, evidence: I06}
                """))
                .containsExactly(
                        "plan.yaml:10: target is 3651.0, must be a median of days, from 0 to 3650",
                        "plan.yaml:14: name is Möten, which the area has twice",
                        "plan.yaml:22: direction is down, and line 8 has I06 go up");
    }

    @Test
    void a_quote_left_open_is_told_where_it_was_opened() throws IOException {
        assertThat(faults(changed("sv: Barns rättigheter", "sv: \"Barns rättigheter")))
                .containsExactly("plan.yaml:9: is no YAML: the quote opened here ends on line 44, before what cannot be"
                        + " read: close it where its text ends");
        assertThat(faults("name: Plan\nmunicipality: '1265\nareas: []\n"))
                .containsExactly("plan.yaml:2: is no YAML: the quote opened here is not closed");
        assertThat(faults("name: 'Plan\nof all'\nmunicipality: [\n"))
                .singleElement()
                .asString()
                .as("a quote of two lines is none left open")
                .startsWith("plan.yaml:3: is no YAML: expected the node content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-01-01", "+999999999-12-31", "-0001-01-01"})
    void a_day_that_does_not_fit_is_told_and_not_taken_for_another(String day) throws IOException {
        assertThat(faults(changed("validFrom: 2017-01-01", "validFrom: \"" + day + "\"")))
                .contains("plan.yaml:5: validFrom is " + day + ", must be a date such as 2026-01-31");
    }

    @Test
    void a_day_more_than_ten_years_ahead_and_one_before_all_there_is_are_told() throws IOException {
        assertThat(faults(changed("version: 1", "version: 4", "validFrom: 2017-01-01", "validFrom: 3027-01-01")))
                .containsExactly(
                        "plan.yaml:5: validFrom is 3027-01-01, must be 2036-05-15 or earlier, within 10 years");
        assertThat(faults(changed("version: 1", "version: 4", "validFrom: 2017-01-01", "validFrom: 1970-01-01")))
                .containsExactly("plan.yaml:5: validFrom is 1970-01-01, must be 2026-01-01 or later, as version 3 holds"
                        + " from that day");
    }

    private static List<String> faults(String text) {
        return faults(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(byte[] bytes) {
        return PlanFile.read("plan.yaml", bytes, new Standing(_ -> third(), MAY))
                        instanceof PlanFile.Read.Faulty(var faults)
                ? faults.stream().map(Fault::toString).toList()
                : List.of();
    }

    /** What is published: version 3, from new year. */
    private static PlanVersions third() {
        PlanDefinition plan = ((PlanFile.Read.Plan) PlanFile.builtIn("sjobo")).plan();
        return PlanVersions.of(PlanDefinition.newBuilder(plan)
                .setVersion(3)
                .setValidFrom(NEW_YEAR)
                .build());
    }

    /** As the fourth version. */
    private static String later(String from, String to) throws IOException {
        return changed("version: 1", "version: 4", "validFrom: 2017-01-01", "validFrom: 2026-06-01", from, to);
    }

    private static String changed(String... replacements) throws IOException {
        String text = text("sjobo.yaml");
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return text;
    }

    private static String text(String name) throws IOException {
        try (var in = Objects.requireNonNull(MistakesTest.class.getResourceAsStream("/plans/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
