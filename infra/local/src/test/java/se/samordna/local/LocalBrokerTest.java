package se.samordna.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {
    private static final TopicPartition NOTES = new TopicPartition("notes", 0);

    @TempDir
    Path dir;

    @Test
    void keeps_what_was_written_over_a_stop_and_a_start() throws Exception {
        try (LocalBroker broker = LocalBroker.start(dir)) {
            write(broker.bootstrap());
        }
        try (LocalBroker broker = LocalBroker.start(dir)) {
            assertThat(read(broker.bootstrap())).containsExactly("kept");
        }
    }

    @Test
    void keeps_what_was_written_when_its_process_is_killed() throws Exception {
        int port = Ports.free();
        List<String> arguments = List.of(dir.toString(), String.valueOf(port), String.valueOf(Ports.free()));
        ChildProcess process = ChildProcess.start(
                new ChildProcess.Program(
                        List.of("-Xmx256m", "-XX:+UseSerialGC"),
                        List.of(System.getProperty("java.class.path")),
                        BrokerAlone.class.getName(),
                        arguments),
                dir,
                dir.resolve("broker.log"));
        try {
            write(Ports.HOST + ":" + port);
        } finally {
            process.kill();
        }
        try (LocalBroker broker = LocalBroker.start(dir)) {
            assertThat(read(broker.bootstrap())).containsExactly("kept");
        }
    }

    /** A broker in a process of its own, to be killed. */
    static final class BrokerAlone {
        private BrokerAlone() {}

        @SuppressWarnings("MustBeClosedChecker")
        public static void main(String[] args) throws InterruptedException {
            LocalBroker.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            Thread.currentThread().join();
        }
    }

    private static void write(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic("notes", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            // A year ahead: a replay writes such times, and the broker must take them.
            long ahead = System.currentTimeMillis() + Duration.ofDays(365).toMillis();
            producer.send(new ProducerRecord<>("notes", 0, ahead, "k", "kept")).get();
        }
    }

    private static List<String> read(String bootstrap) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(NOTES));
            consumer.seekToBeginning(List.of(NOTES));
            return consumer.poll(Duration.ofSeconds(20)).records(NOTES).stream()
                    .map(r -> r.value())
                    .toList();
        }
    }
}
