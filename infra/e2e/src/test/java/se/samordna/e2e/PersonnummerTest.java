package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A personnummer ends at the edge: it is in no topic, no log, no answer, no file, however it came. */
@NeedsPlatform
class PersonnummerTest {
    /** A made-up number of the form used for tests (birth number 238). */
    private static final List<String> WAYS_TO_WRITE =
            List.of("201403122383", "20140312-2383", "1403122383", "140312-2383");

    private static final String SOCIAL = "/api/social-services/v1/events";

    @Test
    void it_ends_at_the_edge(Platform platform, @TempDir Path files) throws IOException {
        String child = sendOverHttp(platform);
        replay(platform, files);
        sendWhereItMustNotBe(platform);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !platform.alerts("social-services", child).isEmpty());
        platform.http().get("/api/coordination/v1/children/" + WAYS_TO_WRITE.getFirst());

        List<String> found = new ArrayList<>();
        long records = AllBytes.read(platform.bootstrap(), r -> {
            search(r.topic() + " key", r.key(), found);
            search(r.topic() + " value", r.value(), found);
            r.headers().forEach(h -> search(r.topic() + " header", h.value(), found));
        });
        Http.said().forEach(said -> search("answer", said.getBytes(StandardCharsets.UTF_8), found));
        for (Path log : logs(platform)) {
            search(log.toString(), Files.readAllBytes(log), found);
        }

        assertThat(records).isPositive();
        assertThat(found).isEmpty();
    }

    private static String sendOverHttp(Platform platform) {
        var twelve = platform.http()
                .post(SOCIAL, Events.report("\"personnummer\":\"201403122383\"", UUID.randomUUID(), "r1"));
        var hyphen = platform.http()
                .post(SOCIAL, Events.report("\"personnummer\":\"20140312-2383\"", UUID.randomUUID(), "r2"));

        assertThat(twelve.status()).as(twelve.body()).isEqualTo(202);
        assertThat(hyphen.json().get("childId")).isEqualTo(twelve.json().get("childId"));
        return twelve.json().get("childId").asString();
    }

    private static void replay(Platform platform, Path files) throws IOException {
        Path file = Files.writeString(
                files.resolve("one.jsonl"),
                Events.report("\"personnummer\":\"201403122383\"", UUID.randomUUID(), "r3")
                                .replace("\"ground\"", "\"receivedAt\":\"2026-01-10T09:00:02Z\",\"ground\"")
                        + "\n");
        assertThat(platform.run("replay", file.toString()).code()).isZero();
    }

    /** In any other field it is refused, and the answer does not repeat it. */
    private static void sendWhereItMustNotBe(Platform platform) {
        for (String written : WAYS_TO_WRITE) {
            var answer =
                    platform.http().post(SOCIAL, Events.report(UUID.randomUUID(), UUID.randomUUID(), "no " + written));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("reportId");
        }
    }

    private static List<Path> logs(Platform platform) throws IOException {
        try (Stream<Path> tree = Files.walk(platform.dir())) {
            return Stream.concat(
                            tree.filter(p -> p.toString().endsWith(".log"))
                                    // Kafka's own segments end so too, and were read as records.
                                    .filter(p -> !p.startsWith(platform.dir().resolve("kafka"))),
                            Stream.of(Path.of("target/e2e.log")))
                    .toList();
        }
    }

    @SuppressWarnings("NullAway") // keys and values of Kafka may be null
    private static void search(String where, byte[] bytes, List<String> found) {
        if (bytes == null) {
            return;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        WAYS_TO_WRITE.stream().filter(text::contains).forEach(written -> found.add(where));
    }
}
