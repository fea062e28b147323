package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.local.LocalBroker;
import se.samordna.local.LocalRegistry;
import se.samordna.local.LocalSettings;
import se.samordna.local.TopicsApply;
import se.samordna.streams.Condition.Phase;

/** What coordination does when what it needs is not there, or is not as it must be. */
class StartTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void with_the_registry_away_it_waits_and_says_so(@TempDir Path dir) {
        int port = FreePorts.one();
        String registry = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
        try (var broker = LocalBroker.start(dir)) {
            topics(broker, List.of());
            try (var coordination = new CoordinationHere(broker.bootstrap(), registry, dir.resolve("state"))) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(coordination.condition().because())
                                .hasValueSatisfying(said -> assertThat(said).contains("registry")));
                assertThat(coordination.condition().phase()).isEqualTo(Phase.WAITING);

                try (var schemas = LocalRegistry.begin(dir, port, FreePorts.one())) {
                    schemas.awaitReady();
                    TopicsApply.schemas(schemas.url());
                    coordination.running();
                }
            }
        }
    }

    @Test
    void with_partition_counts_that_differ_it_refuses_and_names_the_topics(@TempDir Path dir) {
        try (var broker = LocalBroker.start(dir)) {
            topics(broker, List.of(new NewTopic("school.events", 3, (short) 1)));
            try (var coordination =
                    new CoordinationHere(broker.bootstrap(), "http://127.0.0.1:1", dir.resolve("state"))) {
                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(coordination.condition().phase()).isEqualTo(Phase.REFUSED));
                assertThat(coordination.condition().because())
                        .hasValueSatisfying(said -> assertThat(said).contains("school.events"));
            }
            var apply = CommandLineRun.of(List.of(
                    "topics",
                    "apply",
                    "--partitions",
                    "4",
                    "--bootstrap",
                    broker.bootstrap(),
                    "--registry",
                    "http://127.0.0.1:1"));
            assertThat(apply.code()).isEqualTo(1);
            assertThat(apply.err()).contains("school.events");
        }
    }

    /** The catalogue's, but for those. */
    private static void topics(LocalBroker broker, List<NewTopic> otherwise) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            if (otherwise.isEmpty()) {
                TopicsApply.topics(admin, LocalSettings.PARTITIONS, 1);
                return;
            }
            await().ignoreExceptions()
                    .until(() -> admin.createTopics(otherwise).all().get() == null);
            List<String> made = otherwise.stream().map(NewTopic::name).toList();
            var rest = se.samordna.schemas.Topics.all().stream()
                    .filter(topic -> !made.contains(topic.name()))
                    .map(topic -> topic.toCreate(LocalSettings.PARTITIONS, 1))
                    .toList();
            await().ignoreExceptions()
                    .until(() -> admin.createTopics(rest).all().get() == null);
        }
    }
}
