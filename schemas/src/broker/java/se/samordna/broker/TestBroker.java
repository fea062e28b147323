package se.samordna.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;
import se.samordna.schemas.Topic;

/** One broker in this VM that can be stopped and started again on the same port and data. */
public final class TestBroker {

    private final Properties settings = new Properties();
    private final String bootstrap;
    private KafkaRaftServer server;

    public TestBroker(Path directory) throws IOException {
        int port = freePort();
        int controller = freePort();
        this.bootstrap = "127.0.0.1:" + port;
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("listeners", "PLAINTEXT://" + bootstrap + ",CONTROLLER://127.0.0.1:" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://" + bootstrap),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("controller.quorum.bootstrap.servers", "127.0.0.1:" + controller),
                Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("log.dirs", directory.resolve("data").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "2"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608")));
        Path file = directory.resolve("broker.properties");
        Files.write(
                file,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
        StorageTool.execute(
                new String[] {"format", "--standalone", "--cluster-id", "tests", "--config", file.toString()},
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        this.server = started();
    }

    public String bootstrap() {
        return bootstrap;
    }

    public void create(int partitions, List<Topic> topics) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrap))) {
            admin.createTopics(topics.stream()
                            .map(topic -> topic.toCreate(partitions, 1))
                            .toList())
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    public void start() {
        server = started();
    }

    private KafkaRaftServer started() {
        var starting = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        starting.startup();
        return starting;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
