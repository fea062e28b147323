package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NeedsContainers
class ContainersTest {
    private static final RegistryContainer REGISTRY = new RegistryContainer();
    private static Optional<Cluster> cluster = Optional.empty();

    @BeforeAll
    static void start() {
        REGISTRY.start();
        cluster = Optional.of(Cluster.started());
    }

    @AfterAll
    static void stop() {
        cluster.ifPresent(Cluster::close);
        REGISTRY.stop();
    }

    @Test
    void smoke() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", cluster.orElseThrow().bootstrap()))) {
            admin.createTopics(List.of(new NewTopic("t", 4, (short) 3))).all().get();
            cluster.orElseThrow().kill(2);
            assertThat(admin.listTopics().names().get()).containsExactly("t");
        }
    }
}
