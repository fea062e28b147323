package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.measures.PlanDefinition;

/** The plan of Sjöbo is in force; on 15 May an operator has files with what is to come. */
class PlanFilesTest {
    private static final LocalDate MAY = LocalDate.parse("2026-05-15");
    private static final PlanDefinition FIRST = ((PlanFile.Read.Plan) PlanFile.builtIn("sjobo")).plan();
    private static final Map<String, PlanVersions> PUBLISHED = Map.of("1265", PlanVersions.of(FIRST));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void two_versions_in_a_row_are_told_with_what_each_changes_and_published_as_one_record() throws IOException {
        PlanFiles read = PlanFiles.read(
                List.of(
                        file("july.yaml", "target: 20", "2026-07-01"),
                        file("october.yaml", "target: 30", "2026-10-01")),
                PUBLISHED,
                MAY);

        assertThat(read.faults()).isEmpty();
        assertThat(read.plans().stream().flatMap(PlanChanges::words))
                .containsExactly(
                        "1265 Plan: version 2 from 2026-07-01, after version 1 from 2017-01-01",
                        "  ~ plan: name " + FIRST.getName() + " -> Plan",
                        "1265 Plan: version 3 from 2026-10-01, after version 2 from 2026-07-01",
                        "  ~ J4 goal I08: target 20.0 -> 30.0");
        assertThat(read.toPublish()).singleElement().satisfies(plan -> {
            assertThat(plan.getVersion()).isEqualTo(3);
            assertThat(PlanVersions.of(plan).all())
                    .extracting(version -> version.getVersion() + " " + version.getValidFrom())
                    .containsExactly("3 2026-10-01", "2 2026-07-01", "1 2017-01-01");
        });
        assertThat(read.plans().stream().flatMap(PlanChanges::json).toList().getLast())
                .isEqualTo(
                        "{\"municipality\":\"1265\",\"version\":3,\"validFrom\":\"2026-10-01\",\"change\":\"CHANGED\","
                                + "\"what\":\"GOAL\",\"area\":\"J4\",\"id\":\"I08\",\"field\":\"target\",\"before\":\"20.0\","
                                + "\"after\":\"30.0\"}");
    }

    @Test
    void what_is_in_force_stands_and_mistakes_are_told_by_file_and_line() throws IOException {
        PlanFiles read = PlanFiles.read(
                List.of(file("now.yaml", "target: 30", "2017-01-01"), file("july.yaml", "target: -1", "2026-07-01")),
                PUBLISHED,
                MAY);

        assertThat(read.faults())
                .containsExactly(
                        folder.resolve("now.yaml")
                                + ": version 1 has been in force since 2017-01-01 and stands: give the change a later"
                                + " validFrom",
                        folder.resolve("july.yaml") + ":141: target is -1.0, must be 0 or more");
        assertThat(read.toPublish()).isEmpty();
    }

    @Test
    void a_personnummer_is_refused_by_its_line_and_not_shown() throws IOException {
        Path plan = file("july.yaml", "target: 30 # 20140312-2383", "2026-07-01");

        PlanFiles read = PlanFiles.read(List.of(plan), PUBLISHED, MAY);

        assertThat(read.faults()).containsExactly(plan + ":141: there is a personnummer in this line");
    }

    @Test
    void a_plan_that_is_there_already_is_published_no_more() throws IOException {
        Path july = file("july.yaml", "target: 20", "2026-07-01");
        PlanFiles once = PlanFiles.read(List.of(july), PUBLISHED, MAY);
        PlanFiles again = PlanFiles.read(
                List.of(july),
                Map.of("1265", PlanVersions.of(once.toPublish().iterator().next())),
                LocalDate.parse("2026-08-01"));

        assertThat(again.faults()).isEmpty();
        assertThat(again.toPublish()).isEmpty();
        assertThat(again.plans().stream().flatMap(PlanChanges::words))
                .containsExactly("1265 Plan: version 2 from 2026-07-01 is there already");
    }

    /** The plan with another name and target, from another day. */
    private Path file(String name, String target, String validFrom) throws IOException {
        try (var in = PlanFile.class.getResourceAsStream("/plans/sjobo.yaml")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            String areas = text.substring(text.indexOf("areas:")).replace("target: 20", target);
            return Files.writeString(
                    folder.resolve(name), "municipality: \"1265\"\nname: Plan\nvalidFrom: " + validFrom + "\n" + areas);
        }
    }
}
