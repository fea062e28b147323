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
                                + ":3: version 1 has been in force since 2017-01-01 and stands: give the change a later"
                                + " validFrom",
                        folder.resolve("july.yaml") + ":141: target is -1.0, must be 0 or more");
        assertThat(read.toPublish()).isEmpty();
    }

    @Test
    void one_file_that_cannot_be_read_hides_no_mistake_of_the_others() throws IOException {
        Path latin =
                Files.write(folder.resolve("latin.yaml"), "name: Sj\u00f6bo\n".getBytes(StandardCharsets.ISO_8859_1));
        Path control = Files.writeString(folder.resolve("control.yaml"), "name: \u0007\n");
        Path deep = Files.writeString(folder.resolve("deep.yaml"), "\n" + "[".repeat(60));
        Path big = Files.writeString(folder.resolve("big.yaml"), "#".repeat(3 * 1024 * 1024 + 1));
        Path none = folder.resolve("none.yaml");
        Path wrong = file("july.yaml", "target: -1", "2026-07-01");

        PlanFiles read = PlanFiles.read(List.of(latin, control, deep, big, none, wrong), PUBLISHED, MAY);

        assertThat(read.faults())
                .contains(
                        latin + ":1: is not UTF-8 from here on: save it as UTF-8",
                        control + ":1: has the character U+0007, which cannot be printed: take it out",
                        deep + ":2: is nested more than 50 deep, the most that is read",
                        big + ":1: is longer than 3 MiB, the most that is read",
                        none + ": cannot be read: NoSuchFileException",
                        wrong + ":141: target is -1.0, must be 0 or more");
        assertThat(read.toPublish()).isEmpty();
    }

    @Test
    void a_slip_that_lies_ahead_is_replaced_and_that_is_told() throws IOException {
        PlanFiles slip = PlanFiles.read(List.of(file("slip.yaml", "target: 25", "2036-05-01")), PUBLISHED, MAY);
        PlanFiles mended = PlanFiles.read(
                List.of(file("july.yaml", "target: 25", "2026-07-01")),
                Map.of("1265", PlanVersions.of(slip.toPublish().iterator().next())),
                MAY);

        assertThat(mended.faults()).isEmpty();
        assertThat(mended.warnings()).isEmpty();
        assertThat(mended.plans().stream().flatMap(PlanChanges::words))
                .containsExactly(
                        "1265 Plan: version 2 from 2026-07-01, after version 1 from 2017-01-01",
                        "  ! in place of version 2 from 2036-05-01, which never takes effect",
                        "  ~ plan: name " + FIRST.getName() + " -> Plan",
                        "  ~ J4 goal I08: target 20.0 -> 25.0");
        assertThat(mended.plans().stream().flatMap(PlanChanges::json))
                .first()
                .isEqualTo(
                        "{\"municipality\":\"1265\",\"version\":2,\"validFrom\":\"2026-07-01\",\"change\":\"REPLACED\","
                                + "\"what\":\"VERSION\",\"area\":\"\",\"id\":\"2\",\"field\":\"validFrom\","
                                + "\"before\":\"2036-05-01\",\"after\":\"2026-07-01\"}");
        assertThat(mended.toPublish())
                .singleElement()
                .satisfies(plan -> assertThat(PlanVersions.of(plan).all())
                        .extracting(version -> version.getVersion() + " " + version.getValidFrom())
                        .containsExactly("2 2026-07-01", "1 2017-01-01"));
    }

    @Test
    void files_of_one_plan_do_not_replace_each_other() throws IOException {
        Path october = file("october.yaml", "target: 30", "2026-10-01");
        Path july = file("july.yaml", "target: 25", "2026-07-01");

        assertThat(PlanFiles.read(List.of(october, july), PUBLISHED, MAY).faults())
                .containsExactly(
                        july + ":3: validFrom is 2026-07-01, must be after 2026-10-01, from which a file before it"
                                + " holds: give the files in the order of their days");
    }

    @Test
    void a_version_from_a_day_that_has_passed_is_warned_of_as_it_judges_anew_what_was_judged() throws IOException {
        Path april = file("april.yaml", "target: 25", "2026-04-01");

        PlanFiles read = PlanFiles.read(List.of(april), PUBLISHED, MAY);

        assertThat(read.faults()).isEmpty();
        assertThat(read.warnings())
                .containsExactly(
                        april + ":3: warning: validFrom is 2026-04-01, which has passed: periods that ended since"
                                + " then were judged under version 1 and are judged anew; from 2026-05-15 none would be");
        assertThat(read.toPublish()).hasSize(1);
        assertThat(PlanFiles.read(List.of(file("may.yaml", "target: 25", "2026-05-15")), PUBLISHED, MAY)
                        .warnings())
                .isEmpty();
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
