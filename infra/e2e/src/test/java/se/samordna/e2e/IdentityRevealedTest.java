package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.samordna.platform.Access;
import se.samordna.schemas.SpecificAvroSerde;

/**
 * Two agencies tell who a child is, a coordinator is shown it and that is in the log; what the broker holds tells nobody
 * else, and what is forgotten is shown no more.
 */
@NeedsPlatform
@Timeout(120)
class IdentityRevealedTest {
    private static final String NUMBER = "201504172394";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String NOTHING = "Det finns ingen uppgift om vem barnet är som kan visas för dig.";

    @Test
    void she_is_shown_who_it_is_and_nothing_else_tells_it(Platform platform) throws Exception {
        UUID child = child(platform);
        tell(platform, "schools", "Skolbarn");
        tell(platform, "social-services", "Åsa-Förstnamn");
        String page = "/children/" + child;
        try (Visitor karin = platform.visitor(Visitor.KARIN)) {
            // The school's is not hers: she sees no event of the school on the child.
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shown(karin, page))
                            .contains("Åsa-Förstnamn Påhittsdotter", "20150417-2394")
                            .doesNotContain("Skolbarn"));
            assertThat(karin.get(page).body()).doesNotContain("Förstnamn", "2394");

            tell(platform, "social-services", "Åsa-Nynamn");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shown(karin, page)).contains("Åsa-Nynamn Påhittsdotter"));
            try (Visitor samir = platform.visitor(Visitor.SAMIR)) {
                assertThat(shown(samir, page)).contains("Åsa-Nynamn Påhittsdotter");
            }

            forget(platform, child + "/2380/social-services");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shown(karin, page)).contains(NOTHING));
        }
        assertThat(log(platform, child))
                .extracting(Access::getWho, Access::getRole, Access::getPurpose, Access::getResult)
                .contains(
                        tuple(Visitor.KARIN, "coordinator", "PREPARE_MEETING", "GRANTED"),
                        tuple(Visitor.SAMIR, "case-worker", "PREPARE_MEETING", "GRANTED"),
                        tuple(Visitor.KARIN, "coordinator", "PREPARE_MEETING", "ABSENT"));
        assertThat(tellingTales(platform)).isEmpty();
    }

    private static UUID child(Platform platform) {
        var answer = platform.http()
                .post(
                        "/api/social-services/v1/events",
                        Events.report("\"personnummer\":\"" + NUMBER + "\"", UUID.randomUUID(), "r1"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        UUID child = UUID.fromString(answer.json().path("childId").asString());
        await().atMost(SOON)
                .until(() -> platform.http()
                                .get("/api/coordination/v1/children/" + child)
                                .status()
                        == 200);
        return child;
    }

    private static void tell(Platform platform, String agency, String given) {
        var answer = platform.http().post("/api/" + agency + "/v1/identities", """
                {"personnummer":"%s","name":{"given":"%s","family":"Påhittsdotter"},"municipality":"2380"}""".formatted(NUMBER, given));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    private static String shown(Visitor who, String page) {
        return who.submit(who.get(page).body(), page + "/identity", "purpose=PREPARE_MEETING")
                .body();
    }

    private static void forget(Platform platform, String key) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("platform.identities", key.getBytes(StandardCharsets.UTF_8), null))
                    .get();
        }
    }

    private static List<Access> log(Platform platform, UUID child) {
        List<Access> all = new ArrayList<>();
        try (var serde = SpecificAvroSerde.<Access>forValues(platform.registry());
                var reader = serde.deserializer()) {
            AllBytes.of(
                    platform.bootstrap(),
                    List.of("platform.access-log"),
                    record -> all.add(reader.deserialize(record.topic(), record.value())));
        }
        return all.stream()
                .filter(access ->
                        access.getChildId().equals(child) && access.getWhat().equals("IDENTITY"))
                .toList();
    }

    /** Where in all that the broker and the logs hold a name or the number stands, in any writing. */
    @SuppressWarnings("NullAway") // keys and values of Kafka may be null
    private static List<String> tellingTales(Platform platform) throws Exception {
        List<String> needles = needles();
        List<String> found = new ArrayList<>();
        long records = AllBytes.read(platform.bootstrap(), record -> {
            for (byte[] bytes : new byte[][] {record.key(), record.value()}) {
                if (bytes != null && tells(bytes, needles)) {
                    found.add(record.topic());
                }
            }
        });
        assertThat(records).isPositive();
        if (tells(Files.readAllBytes(Path.of("target/e2e.log")), needles)) {
            found.add("log");
        }
        return found;
    }

    private static boolean tells(byte[] bytes, List<String> needles) {
        String hex = HexFormat.of().formatHex(bytes);
        return needles.stream().anyMatch(hex::contains);
    }

    private static List<String> needles() {
        List<String> all = new ArrayList<>(List.of(NUMBER)); // two digits a byte
        for (String text : List.of(
                "Förstnamn",
                "Nynamn",
                "Skolbarn",
                "Påhittsdotter",
                NUMBER,
                "20150417-2394",
                "150417-2394",
                "1504172394")) {
            for (Charset charset : List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.ISO_8859_1,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.UTF_16LE)) {
                all.add(HexFormat.of().formatHex(text.getBytes(charset)));
            }
            byte[] base64 = Base64.getEncoder().withoutPadding().encode(text.getBytes(StandardCharsets.UTF_8));
            all.add(HexFormat.of().formatHex(base64));
        }
        return all;
    }
}
