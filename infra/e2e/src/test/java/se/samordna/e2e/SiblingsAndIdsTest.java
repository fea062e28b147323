package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.schemas.Keys;

/** What children in different partitions tell each other through the whole system: siblings, and two ids of one child. */
@NeedsPlatform
class SiblingsAndIdsTest {

    @Test
    void four_ids_in_four_partitions_are_told_what_was_reckoned_by_hand_and_nothing_else(Platform platform) {
        assertThat(Story.SIBLINGS_AND_IDS.stream().map(id -> Keys.partition(UUID.fromString(id), 4)))
                .doesNotHaveDuplicates();

        CommandLineRun replay = platform.run("replay", Story.siblingsAndIds().toString());

        assertThat(replay.code()).as(replay.toString()).isZero();
        assertThat(told(platform, "social-services"))
                .containsExactlyInAnyOrderElementsOf(Story.expectedOfSiblingsAndIds());
        assertThat(List.of("school", "police", "region"))
                .allSatisfy(recipient -> assertThat(told(platform, recipient)).isEmpty());
        assertThat(platform.run("child", Story.SIBLINGS_AND_IDS.get(2), "--json")
                        .out())
                .singleElement()
                .asString()
                .contains("\"mergedInto\":\"" + Story.SIBLINGS_AND_IDS.get(3) + '"');
        assertThat(platform.run(
                                "indicators",
                                "--municipality",
                                "2361",
                                "--indicator",
                                "I12",
                                "--period",
                                "2026-03",
                                "--exact")
                        .out())
                .singleElement()
                .asString()
                .contains("\"num\":1,\"den\":1");
    }

    @Test
    void what_they_are_told_is_proven_from_what_they_tell_each_other(Platform platform, @TempDir Path directory) {
        assertThat(platform.run("replay", Story.siblingsAndIds().toString()).code())
                .isZero();
        List<String> alerts = Story.expectedOfSiblingsAndIds().stream()
                .map(line -> line.substring("{\"alertId\":\"".length(), "{\"alertId\":\"".length() + 36))
                .toList();
        List<String> make = new ArrayList<>(List.of("explain", "--out", directory.toString()));
        make.addAll(alerts);

        CommandLineRun made = platform.run(make.toArray(String[]::new));
        CommandLineRun verified = platform.run("explain", "--verify", directory.toString());

        assertThat(made.out()).as(made.err()).endsWith("5 of 5 proofs written");
        assertThat(verified.out()).as(verified.err()).endsWith("5 of 5 proofs are true");
    }

    private static List<String> told(Platform platform, String recipient) {
        return Story.SIBLINGS_AND_IDS.stream()
                .flatMap(child -> platform.alerts(recipient, child).stream())
                .toList();
    }
}
