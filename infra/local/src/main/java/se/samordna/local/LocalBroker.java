package se.samordna.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker (KRaft, one node, broker and controller) in this JVM, with its data in {@code <dir>/kafka}. A
 * broker killed with -9 recovers its logs at the next start on the same directory.
 */
public final class LocalBroker implements AutoCloseable {
    private static final String CLUSTER = "samordna-local-cluster";

    private final KafkaRaftServer server;
    private final String bootstrap;

    private LocalBroker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** Starts on free ports. */
    public static LocalBroker start(Path dir) {
        return start(dir, Ports.free(), Ports.free());
    }

    /** Formats {@code <dir>/kafka} if it is new, starts, and returns once clients can connect. */
    public static LocalBroker start(Path dir, int port, int controllerPort) {
        Path data = dir.resolve("kafka").toAbsolutePath();
        Map<String, String> settings = BrokerSettings.of(data, port, controllerPort);
        if (KilledBroker.left(data)) {
            KilledBroker.fence(data, controllerPort);
        }
        format(data, settings);
        KafkaRaftServer server = new KafkaRaftServer(config(settings), Time.SYSTEM);
        server.startup();
        return new LocalBroker(server, Ports.HOST + ":" + port);
    }

    /** What clients connect to. */
    public String bootstrap() {
        return bootstrap;
    }

    private static void format(Path data, Map<String, String> settings) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            Path file = data.resolveSibling("kafka.properties");
            Files.write(
                    file,
                    settings.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .toList());
            int code = StorageTool.execute(
                    new String[] {"format", "--standalone", "--cluster-id", CLUSTER, "--config", file.toString()},
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            if (code != 0) {
                throw new StartupProblem("Kafka cannot format its data directory " + data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KafkaConfig config(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return KafkaConfig.fromProps(properties, false);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
