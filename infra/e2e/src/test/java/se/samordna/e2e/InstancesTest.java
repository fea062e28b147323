package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import se.samordna.coordination.CoordinationApp;
import se.samordna.local.LocalBroker;
import se.samordna.local.LocalRegistry;
import se.samordna.local.LocalSettings;
import se.samordna.local.Readiness;
import se.samordna.local.TopicsApply;

/** Two instances of coordination on one broker share the children; either answers for all of them. */
class InstancesTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void either_answers_for_every_child_and_one_alone_does_when_the_other_stops(@TempDir Path dir) {
        List<UUID> children = Stream.generate(UUID::randomUUID).limit(12).toList();
        try (var schemas = LocalRegistry.start(dir);
                var broker = LocalBroker.start(dir)) {
            apply(broker, schemas);
            send(broker, schemas, children);
            try (var first = new Instance(0, broker, schemas, dir)) {
                try (var second = new Instance(1, broker, schemas, dir)) {
                    await().atMost(SOON)
                            .untilAsserted(() -> assertThat(children).allSatisfy(child -> {
                                assertThat(first.alerts(child))
                                        .isEqualTo(second.alerts(child))
                                        .contains("R01");
                            }));
                }
                await().pollInSameThread()
                        .atMost(SOON)
                        .untilAsserted(() -> assertThat(children).allSatisfy(child -> {
                            var answer = first.ask(child);
                            // While tasks move: the standby's answer, or "not now"; never "no such child".
                            assertThat(answer.status()).isNotEqualTo(404);
                            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                            assertThat(answer.json().get("standby").asBoolean())
                                    .as("owner by now")
                                    .isFalse();
                        }));
            }
        }
    }

    private static void apply(LocalBroker broker, LocalRegistry schemas) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            TopicsApply.topics(admin, LocalSettings.PARTITIONS, 1);
        }
        TopicsApply.schemas(schemas.url());
    }

    private static void send(LocalBroker broker, LocalRegistry schemas, List<UUID> children) {
        try (var records = new Records(broker.bootstrap())) {
            children.forEach(child -> records.send(
                    "social-services.events", child, Records.report(schemas.url(), child, UUID.randomUUID(), "r1")));
        }
    }

    /** One coordination app in this VM. */
    private static final class Instance implements AutoCloseable {
        private final ConfigurableApplicationContext app;
        private final Http http;

        private Instance(int number, LocalBroker broker, LocalRegistry schemas, Path dir) {
            int port = FreePorts.one();
            String url = "http://127.0.0.1:" + port;
            app = CoordinationApp.app()
                    .registerShutdownHook(false)
                    .run(
                            "--server.port=" + port,
                            "--server.shutdown=immediate",
                            "--samordna.instance=" + number,
                            "--samordna.bootstrap=" + broker.bootstrap(),
                            "--samordna.registry=" + schemas.url(),
                            "--samordna.dir=" + dir.resolve("data"));
            http = new Http(url);
            Readiness.await(url, SOON);
        }

        Http.Answer ask(UUID child) {
            return http.get("/api/coordination/v1/children/" + child);
        }

        String alerts(UUID child) {
            var answer = ask(child);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json().get("alerts").toString();
        }

        @Override
        public void close() {
            http.close();
            app.close();
        }
    }
}
