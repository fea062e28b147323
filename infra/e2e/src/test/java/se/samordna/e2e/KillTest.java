package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code up} killed with −9 in the middle of a replay, started again, the same file replayed: the alerts are those of the bare
 * rules, as an undisturbed run's are. {@code -Dkill.times} and {@code -Dkill.children} make it long (infra/e2e/kill-nine).
 */
class KillTest {
    private static final int TIMES = Integer.getInteger("kill.times", 1);
    private static final int CHILDREN = Integer.getInteger("kill.children", 40);
    private static final Duration READY = Duration.ofMinutes(5);
    private static final String END = "2026-07-02T00:00:00Z";

    @Test
    void killed_in_a_replay_it_ends_with_the_alerts_of_an_undisturbed_run(@TempDir Path dir) {
        Path county = generated(dir);
        List<String> lines = new ArrayList<>(Story.lines(county));
        var up = new UpProcess(dir.resolve("data"));
        for (int kill = 1; kill <= TIMES; kill++) {
            killInTheMiddle(up, county, lines.size());
        }

        try (var _ = up.start(READY)) {
            CommandLineRun replay = up.run("replay", county.toString(), "--until", END);
            assertThat(replay.code()).as(replay.toString()).isZero();
            lines.add("{\"type\":\"Tick\",\"at\":\"" + END + "\"}");
            var expected = ByTheRules.alerts(lines, dir.resolve("data/keys/pseudonym.json"));
            assertThat(expected.get("social-services")).isNotEmpty();
            assertThat(Story.RECIPIENTS)
                    .allSatisfy(recipient -> assertThat(up.alerts(recipient))
                            .containsExactlyInAnyOrderElementsOf(expected.get(recipient)));
        }
    }

    private static void killInTheMiddle(UpProcess up, Path county, int lines) {
        try (var running = up.start(READY)) {
            long before = written(up);
            // Slow enough that there is a middle to be killed in.
            Process replay = up.command("replay", county.toString(), "--until", END, "--rate", "" + lines / 8);
            try {
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> written(up) > before + lines / 3 || !replay.isAlive());
                assertThat(replay.isAlive()).as("still replaying when killed").isTrue();
                running.kill();
            } finally {
                replay.destroyForcibly();
            }
        }
    }

    private static long written(UpProcess up) {
        return AllBytes.ends(up.bootstrap(), List.of("school.events", "social-services.events"));
    }

    private static Path generated(Path dir) {
        Path county = dir.resolve("county.jsonl");
        CommandLineRun made = CommandLineRun.of(List.of(
                "generate",
                "--municipality",
                "2380",
                "--children",
                "" + CHILDREN,
                "--months",
                "3",
                "--until",
                "2026-07-01",
                "--seed",
                "7",
                "--out",
                county.toString()));
        assertThat(made.code()).as(made.toString()).isZero();
        return county;
    }
}
