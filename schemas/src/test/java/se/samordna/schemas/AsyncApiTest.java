package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class AsyncApiTest {

    private static final Path CHECKED_IN = Path.of("asyncapi.yaml");
    private static final String ANEW =
            "make it anew: ./mvnw -pl schemas -am test -Dsamordna.anew -Dtest=AsyncApiTest -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void the_checked_in_document_is_up_to_date() throws IOException {
        if (System.getProperty("samordna.anew") != null) {
            Files.writeString(CHECKED_IN, AsyncApi.yaml());
        }

        assertThat(CHECKED_IN).as(ANEW).content().isEqualTo(AsyncApi.yaml());
    }

    @Test
    void it_says_every_topic_with_its_messages_and_settings() {
        Map<?, ?> channels = map(at(document(), "channels"));

        assertThat(channels.keySet()).hasSize(Topics.catalogue().size());
        assertThat(map(at(channels, "platform.feeds", "bindings", "kafka", "topicConfiguration"))
                        .get("cleanup.policy"))
                .isEqualTo("compact");
        assertThat(map(at(channels, "alerts.school", "messages")).keySet())
                .map(Object::toString)
                .containsExactly("Alert", "AlertNotice");
        assertThat(at(channels, "school.events", "x-dead-letters")).isEqualTo("school.events.dlq");
    }

    @Test
    void every_payload_is_an_Avro_schema_that_reads_what_we_write() {
        Map<?, ?> messages = map(at(document(), "components", "messages"));

        assertThat(messages).hasSize(RecordTypes.all().size());
        assertThat(RecordTypes.all()).allSatisfy(type -> {
            Object payload = at(messages, type.getSimpleName(), "payload", "schema");
            Schema schema = new Schema.Parser()
                    .parse(new ObjectMapper().valueToTree(payload).toString());
            assertThat(schema).isEqualTo(WireSchemas.of(type));
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        Map<?, ?> document = document();

        assertThat(references(document))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(reference)
                        .startsWith("#/")
                        .satisfies(found -> assertThat(
                                        at(document, found.substring(2).split("/")))
                                .isNotNull()));
    }

    private static Map<?, ?> document() {
        return map(new Yaml().load(AsyncApi.yaml()));
    }

    private static Object at(Map<?, ?> map, String... path) {
        Object here = map;
        for (String step : path) {
            here = Objects.requireNonNull(map(here).get(step), step);
        }
        return here;
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static Stream<String> references(Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .flatMap(entry -> "$ref".equals(entry.getKey())
                                ? Stream.of((String) entry.getValue())
                                : references(entry.getValue()))
                : Stream.empty();
    }
}
