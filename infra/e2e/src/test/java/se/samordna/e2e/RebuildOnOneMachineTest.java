package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.cli.replay.CatchUp;

/** {@code up --rebuild-indicators}: where all runs in one process, the figures are counted anew as it starts. */
class RebuildOnOneMachineTest {
    private static final Duration READY = Duration.ofMinutes(5);

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES) // two starts, each of which says itself what it waits for
    void the_figures_are_counted_anew_from_the_events_and_come_out_the_same(@TempDir Path dir) {
        var up = new UpProcess(dir.resolve("data"));
        List<String> figures;
        List<String> alerts;
        Map<String, Uuid> counted;
        Map<String, Uuid> others;
        try (var _ = up.start(READY)) {
            CommandLineRun replay =
                    up.run("replay", Story.siblingsAndIds().toString(), "--until", "2026-08-01T00:00:00Z");
            assertThat(replay.code()).as(replay.toString()).isZero();
            figures = figures(up);
            alerts = up.alerts("social-services");
            counted = inner(up, "indicators-");
            others = inner(up, "coordination-");
            assertThat(figures).hasSizeGreaterThan(5);
            assertThat(alerts).isNotEmpty();
            assertThat(counted).hasSizeGreaterThan(2);
            assertThat(others).isNotEmpty();
        }

        try (var _ = up.start(READY, "--rebuild-indicators")) {
            CatchUp.await(up.bootstrap(), _ -> {});
            assertThat(inner(up, "indicators-").values())
                    .as("what they keep is made anew")
                    .doesNotContainAnyElementsOf(counted.values());
            assertThat(figures(up)).isEqualTo(figures);
            assertThat(up.alerts("social-services")).isEqualTo(alerts);
            assertThat(inner(up, "coordination-")).as("and nobody else's").isEqualTo(others);
        }
    }

    private static List<String> figures(UpProcess up) {
        CommandLineRun answer = up.run("indicators", "--csv", "--exact", "--municipality", "2380");
        assertThat(answer.code()).as(answer.toString()).isZero();
        return answer.out();
    }

    /** The topics whose names begin so, with the ids they got when they were made. */
    private static Map<String, Uuid> inner(UpProcess up, String prefix) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", up.bootstrap()))) {
            List<String> names = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(prefix))
                    .filter(name -> name.endsWith("-changelog") || name.endsWith("-repartition"))
                    .toList();
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .collect(Collectors.toMap(TopicDescription::name, TopicDescription::topicId));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
