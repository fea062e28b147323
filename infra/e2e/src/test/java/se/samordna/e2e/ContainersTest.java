package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.lifecycle.Startables;
import se.samordna.cli.replay.KafkaSink;
import se.samordna.cli.replay.Replay;
import se.samordna.cli.replay.ReplayFiles;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.privacy.PseudonymKey;
import se.samordna.kit.privacy.Pseudonymizer;

/**
 * Three brokers and the registry in containers: the topics are replicated as in production, one broker is killed in the middle
 * of the hand-written child's story, and every recipient is told exactly what was reckoned by hand.
 */
@NeedsContainers
class ContainersTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int FIRST_PART = 60;

    @Test
    void a_broker_dies_in_the_middle_of_a_story_and_the_alerts_are_the_same(@TempDir Path dir) throws Exception {
        try (var registry = new RegistryContainer();
                var cluster = new Cluster()) {
            Startables.deepStart(List.of(registry, cluster)).join();
            apply(cluster, registry);
            List<String> story = Story.lines(Story.file());

            try (var coordination =
                    new CoordinationHere(cluster.bootstrap(), registry.url(), dir.resolve("state")).running()) {
                replay(story.subList(0, FIRST_PART), cluster, registry, dir);
                cluster.kill(2);
                replay(story.subList(FIRST_PART, story.size()), cluster, registry, dir);

                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(Story.RECIPIENTS)
                                .allSatisfy(recipient -> assertThat(alerts(recipient, cluster, registry))
                                        .containsExactlyElementsOf(Story.expected(recipient))));
                assertThat(coordination.condition().live()).isTrue();
            }
        }
    }

    private static void apply(Cluster cluster, RegistryContainer registry)
            throws ExecutionException, InterruptedException {
        var applied = CommandLineRun.of(List.of(
                "topics",
                "apply",
                "--partitions",
                "4",
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                registry.url()));
        assertThat(applied.code()).as(applied.toString()).isZero();

        String topic = "alerts.police";
        var config = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", cluster.bootstrap()))) {
            assertThat(admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .values())
                    .flatMap(described -> described.partitions())
                    .hasSize(4)
                    .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
            assertThat(admin.describeConfigs(List.of(config)).all().get().values())
                    .singleElement()
                    .satisfies(c ->
                            assertThat(c.get("min.insync.replicas").value()).isEqualTo("2"));
        }
    }

    private static void replay(List<String> lines, Cluster cluster, RegistryContainer registry, Path dir)
            throws IOException {
        Path file = Files.write(Files.createTempFile(dir, "part", ".jsonl"), lines);
        var reader = new EventReader(Pseudonymizer.with(new PseudonymKey.KeyFile(dir.resolve("pseudonym.json"), true)));
        try (var sink = new KafkaSink(cluster.bootstrap(), registry.url())) {
            var replay = new Replay(
                    reader,
                    sink,
                    (name, line, fault) -> {
                        throw new AssertionError(name + ":" + line + " " + fault);
                    },
                    Duration.ofHours(1));
            new ReplayFiles(replay, reader, 0, _ -> {}).file(file);
            replay.end(OptionalLong.empty());
        }
    }

    private static List<String> alerts(String recipient, Cluster cluster, RegistryContainer registry) {
        return CommandLineRun.of(List.of(
                        "alerts",
                        "--recipient",
                        recipient,
                        "--json",
                        "--bootstrap",
                        cluster.bootstrap(),
                        "--registry",
                        registry.url()))
                .out()
                .stream()
                .map(Story::withoutRevision)
                .toList();
    }
}
