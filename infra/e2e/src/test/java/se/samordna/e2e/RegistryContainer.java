package se.samordna.e2e;

import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The schema registry in a container, its schemas in memory; ports on 127.0.0.1 alone. */
final class RegistryContainer extends GenericContainer<RegistryContainer> {
    static final String IMAGE = "samordna/registry:local";
    private static final int API = 8080;
    private static final int HEALTH = 9000;

    RegistryContainer() {
        super(DockerImageName.parse(IMAGE));
        withNetwork(Network.builder()
                .createNetworkCmdModifier(
                        c -> c.withOptions(Map.of("com.docker.network.bridge.host_binding_ipv4", "127.0.0.1")))
                .build());
        withExposedPorts(API, HEALTH);
        waitingFor(Wait.forHttp("/health/ready").forPort(HEALTH).withStartupTimeout(Duration.ofMinutes(3)));
    }

    /** The Confluent-compatible address. */
    String url() {
        return "http://127.0.0.1:" + getMappedPort(API) + "/apis/ccompat/v7";
    }
}
