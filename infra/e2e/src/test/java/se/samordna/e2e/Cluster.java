package se.samordna.e2e;

import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/**
 * Three Kafka nodes, each broker and controller, in containers. Clients come in by a fixed port on 127.0.0.1 (a mapped one would
 * change when a node is killed and started again); the nodes speak to each other on a network of their own.
 */
final class Cluster implements Startable {
    static final String IMAGE = "samordna/kafka:local";
    private static final int NODES = 3;

    private final Network clients = Network.builder()
            .createNetworkCmdModifier(
                    c -> c.withOptions(Map.of("com.docker.network.bridge.host_binding_ipv4", "127.0.0.1")))
            .build();
    private final Network inside = Network.builder()
            .createNetworkCmdModifier(c -> c.withInternal(true))
            .build();
    private final List<Node> nodes =
            IntStream.rangeClosed(1, NODES).mapToObj(this::node).toList();

    /** All at once: one after the other, the first would wait for a quorum for ever. */
    @Override
    public void start() {
        Startables.deepStart(nodes).join();
    }

    @Override
    public void stop() {
        nodes.forEach(GenericContainer::stop);
        clients.close();
        inside.close();
    }

    @Override
    public void close() {
        stop();
    }

    String bootstrap() {
        return nodes.stream().map(n -> "127.0.0.1:" + n.port).collect(Collectors.joining(","));
    }

    /** As kill −9: no goodbye to anyone. {@code node} is 1, 2 or 3. */
    void kill(int node) {
        var docker = DockerClientFactory.instance().client();
        docker.killContainerCmd(nodes.get(node - 1).getContainerId()).exec();
    }

    private Node node(int number) {
        int port = FreePorts.one();
        return new Node(number, port)
                .withNetwork(clients)
                .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m -Xms256m")
                .withEnv("KAFKA_NODE_ID", "" + number)
                .withEnv("KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:9092,BROKER://0.0.0.0:9093,CONTROLLER://0.0.0.0:9094")
                .withEnv(
                        "KAFKA_ADVERTISED_LISTENERS",
                        "PLAINTEXT://127.0.0.1:" + port + ",BROKER://kafka-" + number + ":9093")
                .withEnv(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "BROKER:PLAINTEXT,PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT")
                .withEnv("KAFKA_INTER_BROKER_LISTENER_NAME", "BROKER")
                .withEnv(
                        "KAFKA_CONTROLLER_QUORUM_VOTERS",
                        IntStream.rangeClosed(1, NODES)
                                .mapToObj(n -> n + "@kafka-" + n + ":9094")
                                .collect(Collectors.joining(",")))
                // A dead node is missed within seconds, so that the test is one of failure and not of waiting.
                .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000")
                .withEnv("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500")
                .withEnv("KAFKA_REPLICA_LAG_TIME_MAX_MS", "4000")
                .withEnv("KAFKA_MIN_INSYNC_REPLICAS", "2")
                .withEnv("KAFKA_DEFAULT_REPLICATION_FACTOR", "3")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "3")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE", "8388608")
                .withCreateContainerCmdModifier(c -> {
                    c.withExposedPorts(ExposedPort.tcp(9092));
                    Objects.requireNonNull(c.getHostConfig())
                            .withPortBindings(new PortBinding(
                                    Ports.Binding.bindIpAndPort("127.0.0.1", port), ExposedPort.tcp(9092)));
                })
                .waitingFor(Wait.forLogMessage(".*Transitioning from RECOVERY to RUNNING.*", 1)
                        .withStartupTimeout(Duration.ofMinutes(3)));
    }

    private final class Node extends GenericContainer<Node> {
        private final int number;
        private final int port;

        private Node(int number, int port) {
            super(DockerImageName.parse(IMAGE));
            this.number = number;
            this.port = port;
        }

        /** The second network must be there before the start, or the node cannot find its own name. */
        @Override
        protected void containerIsCreated(String containerId) {
            DockerClientFactory.instance()
                    .client()
                    .connectToNetworkCmd()
                    .withContainerId(containerId)
                    .withNetworkId(inside.getId())
                    .withContainerNetwork(new ContainerNetwork().withAliases("kafka-" + number))
                    .exec();
        }
    }
}
