package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever lies on a topic of events that is no event goes to the dead letters as it came, and the app goes on. */
@NeedsPlatform
class DeadLettersTest {
    private static final String TOPIC = "social-services.events";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> SAFE_HEADERS = List.of(
            "samordna.dlq.topic",
            "samordna.dlq.partition",
            "samordna.dlq.offset",
            "samordna.dlq.reason",
            "samordna.dlq.exception");

    private final UUID child = UUID.randomUUID();

    @Test
    void each_kind_of_poison_is_put_away_as_it_came_and_the_app_goes_on(Platform platform) {
        byte[] good = Records.report(platform.registry(), child, UUID.randomUUID(), "r1");
        UUID twice = UUID.randomUUID();
        var poison = List.of(
                new Poison("bad-magic", child, ("no Avro, " + child).getBytes(StandardCharsets.UTF_8)),
                new Poison("unknown-schema", child, withSchemaId(good, 987_654_321)),
                new Poison("missing-key", null, Records.report(platform.registry(), child, UUID.randomUUID(), "r2")),
                new Poison("tombstone", child, null),
                new Poison("oversized", child, oversized(good)),
                new Poison("bad-bytes", child, Arrays.copyOf(good, good.length - 3)),
                new Poison("conflicting-duplicate", child, Records.report(platform.registry(), child, twice, "other")));
        UUID witness = Records.childInThePartitionOf(child);

        try (var records = new Records(platform.bootstrap())) {
            records.send(TOPIC, child, Records.report(platform.registry(), child, twice, "first"));
            poison.forEach(p -> records.send(TOPIC, p.child, p.value));
            records.send(TOPIC, witness, Records.report(platform.registry(), witness, UUID.randomUUID(), "r3"));
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.alerts("social-services", witness.toString()))
                        .as("the app goes on behind them")
                        .hasSize(1));
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        AllBytes.of(platform.bootstrap(), List.of(TOPIC + ".dlq"), letters::add);
        assertThat(poison)
                .allSatisfy(p -> assertThat(letters).as(p.reason).anySatisfy(letter -> {
                    assertThat(header(letter, "samordna.dlq.reason")).isEqualTo(p.reason);
                    assertThat(header(letter, "samordna.dlq.topic")).isEqualTo(TOPIC);
                    assertThat(letter.value()).isEqualTo(p.value);
                    assertThat(letter.key()).isEqualTo(Records.key(p.child));
                }));
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.headers().toArray())
                        .extracting(Header::key)
                        .isSubsetOf(SAFE_HEADERS));
        assertThat(platform.run("dlq", "list").out())
                .allSatisfy(line -> assertThat(line).doesNotContain(child.toString()));
        assertThat(String.join("\n", platform.run("dlq", "list").out()))
                .contains(poison.stream().map(p -> p.reason).toList());
    }

    @SuppressWarnings("ArrayRecordComponent") // compared field by field
    private record Poison(String reason, @Nullable UUID child, byte @Nullable [] value) {}

    private static byte[] withSchemaId(byte[] wire, int id) {
        byte[] other = wire.clone();
        ByteBuffer.wrap(other).putInt(1, id);
        return other;
    }

    private static byte[] oversized(byte[] wire) {
        return Arrays.copyOf(wire, 70 * 1024);
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
