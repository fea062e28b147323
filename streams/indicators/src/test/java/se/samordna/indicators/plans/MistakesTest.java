package se.samordna.indicators.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.yaml.Fault;

/** A plan file with every kind of mistake, all found in one reading. */
class MistakesTest {

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

    private static List<String> faults(String text) {
        return PlanFile.read("plan.yaml", text, _ -> third()) instanceof PlanFile.Read.Faulty(var faults)
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
