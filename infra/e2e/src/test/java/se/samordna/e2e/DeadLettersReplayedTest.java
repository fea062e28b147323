package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import se.samordna.local.LocalSettings;
import se.samordna.schemas.Keys;

/** A dead letter is put back once, and what it brings about is as if it had never failed. */
@NeedsPlatform
class DeadLettersReplayedTest {
    private static final String TOPIC = "social-services.events";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ANY_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Instant received = Instant.now().minusSeconds(60);
    private final long stamp = received.plusSeconds(1).toEpochMilli();

    @Test
    void what_failed_is_put_back_once_and_told_as_of_a_child_at_which_nothing_failed(Platform platform)
            throws ExecutionException, InterruptedException {
        UUID child = UUID.randomUUID();
        UUID other = Records.childInThePartitionOf(child);
        put(platform, TOPIC, other, report(platform, other), Map.of());
        String letter = dead(platform, child, report(platform, child));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(alerts(platform, other)).hasSize(1));

        CommandLineRun dry = platform.run("dlq", "replay", letter, "--dry-run");
        assertThat(dry.code()).as(dry.toString()).isZero();
        assertThat(dry.out())
                .containsExactly(
                        letter + " internal-error would be replayed to " + TOPIC + "/" + partition(child),
                        "1 would be replayed, 0 replayed before, 0 left, 0 refused");
        assertThat(alerts(platform, child)).isEmpty();

        CommandLineRun replay = platform.run("dlq", "replay", letter, "--topic", TOPIC);
        assertThat(replay.code()).as(replay.toString()).isZero();
        assertThat(replay.out().getFirst())
                .startsWith(letter + " internal-error replayed to " + TOPIC + "/" + partition(child));
        assertThat(alerts(platform, child))
                .as("it has been read when the command ends")
                .isEqualTo(alerts(platform, other));

        long records = AllBytes.ends(platform.bootstrap(), List.of(TOPIC));
        CommandLineRun again = platform.run("dlq", "replay", letter);
        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(again.out().getFirst()).startsWith(letter + " internal-error was replayed at ");
        assertThat(again.out().getLast()).isEqualTo("0 replayed, 1 replayed before, 0 left, 0 refused, 0 came back");
        assertThat(AllBytes.ends(platform.bootstrap(), List.of(TOPIC))).isEqualTo(records);
        assertThat(platform.run("dlq", "list", "--topic", TOPIC).out())
                .anySatisfy(line -> assertThat(line).startsWith(letter).contains(", replayed at "));
        assertThat(alerts(platform, child)).isEqualTo(alerts(platform, other));
    }

    @Test
    void what_comes_back_is_said_to_and_a_letter_that_is_not_there_too(Platform platform)
            throws ExecutionException, InterruptedException {
        String letter = dead(platform, UUID.randomUUID(), new byte[] {7, 7, 7});

        CommandLineRun replay = platform.run("dlq", "replay", letter, TOPIC + ".dlq/0/987654");

        assertThat(replay.code()).isEqualTo(1);
        assertThat(replay.out().get(1)).contains(".dlq/0/", " bad-magic came back from " + TOPIC + "/");
        assertThat(replay.out().subList(2, 4))
                .containsExactly(
                        "1 replayed, 0 replayed before, 0 left, 0 refused, 1 came back",
                        TOPIC + ".dlq/0/987654: there is no such dead letter");
    }

    private String dead(Platform platform, UUID child, byte[] value) throws ExecutionException, InterruptedException {
        return put(
                platform,
                TOPIC + ".dlq",
                child,
                value,
                Map.of(
                        "samordna.dlq.topic",
                        TOPIC,
                        "samordna.dlq.partition",
                        "" + partition(child),
                        "samordna.dlq.offset",
                        "123456789", // where no record of the run will lie
                        "samordna.dlq.reason",
                        "internal-error"));
    }

    private String put(Platform platform, String topic, UUID child, byte[] value, Map<String, String> headers)
            throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", platform.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, null, stamp, Records.key(child), value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            var lies = producer.send(record).get();
            return lies.topic() + "/" + lies.partition() + "/" + lies.offset();
        }
    }

    private byte[] report(Platform platform, UUID child) {
        return Records.report(platform.registry(), child, UUID.randomUUID(), "r1", received);
    }

    private static int partition(UUID child) {
        return Keys.partition(child, LocalSettings.PARTITIONS);
    }

    private static List<String> alerts(Platform platform, UUID child) {
        return platform.alerts("social-services", child.toString()).stream()
                .map(line -> line.replaceAll(ANY_ID, "*"))
                .toList();
    }
}
