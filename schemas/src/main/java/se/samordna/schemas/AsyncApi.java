package se.samordna.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.schemas.Topic.Party;

/**
 * The AsyncAPI 3.0 document of everything on Kafka, made from {@link Topics} and the schemas. It is checked in as
 * {@code schemas/asyncapi.yaml}; a test says when it is out of date and how to make it anew.
 */
public final class AsyncApi {

    private static final String AVRO = "application/vnd.apache.avro+json;version=1.12.0";
    private static final String BINDING = "0.5.0";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Party> PLATFORM =
            EnumSet.of(Party.COORDINATION, Party.INDICATORS, Party.WORKPLACE, Party.CLOCK);

    private AsyncApi() {}

    /** The whole document, ending in a line feed; the same for the same catalogue. */
    public static String yaml() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", "application/octet-stream");
        document.put("channels", perTopic(AsyncApi::channel));
        document.put("operations", operations());
        document.put("components", Map.of("messages", messages()));
        return "# Made from Topics and the Avro schemas; do not edit. See AsyncApiTest.\n" + Yaml.of(document);
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Samordna");
        info.put("version", "0.1.0");
        info.put(
                "description",
                "What the agencies around a child, the platform and its readers say to each other on Kafka. Values are Avro "
                        + "in the Confluent wire format; keys are strings. Header types are repeated without their "
                        + "documentation, which stands in schemas/src/main/avro/shared/EventHeader.avsc.");
        info.put("license", Map.of("name", "EUPL-1.2"));
        return info;
    }

    private static Map<String, Object> channel(Topic topic) {
        Map<String, Object> kafka = new LinkedHashMap<>();
        kafka.put("topic", topic.name());
        kafka.put("topicConfiguration", topic.settings());
        kafka.put("bindingVersion", BINDING);

        Map<String, Object> messages = new LinkedHashMap<>();
        topic.types()
                .forEach(
                        type -> messages.put(type.getSimpleName(), ref("components/messages/" + type.getSimpleName())));

        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("address", topic.name());
        channel.put("messages", messages);
        channel.put("bindings", Map.of("kafka", kafka));
        channel.put("x-key", topic.key().text());
        channel.put("x-partitions", topic.partitioning().name());
        channel.put("x-owner", topic.owner().name());
        channel.put("x-legal-basis", topic.legalBasis());
        channel.put("x-writers", names(topic.writers()));
        channel.put("x-readers", names(topic.readers()));
        channel.put("x-dead-letters", topic.deadLetters().name());
        return channel;
    }

    /** Seen from the platform: it receives what its parts read and sends what they write. */
    private static Map<String, Object> operations() {
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Topic topic : Topics.catalogue()) {
            if (topic.readers().stream().anyMatch(PLATFORM::contains)) {
                operations.put("receive-" + topic.name(), operation("receive", topic));
            }
            if (topic.writers().stream().anyMatch(PLATFORM::contains)) {
                operations.put("send-" + topic.name(), operation("send", topic));
            }
        }
        return operations;
    }

    private static Map<String, Object> operation(String action, Topic topic) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("action", action);
        operation.put("channel", ref("channels/" + topic.name()));
        return operation;
    }

    private static Map<String, Object> messages() {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Topic topic : Topics.catalogue()) {
            topic.types().forEach(type -> messages.putIfAbsent(type.getSimpleName(), message(type, topic)));
        }
        return messages;
    }

    private static Map<String, Object> message(Class<? extends SpecificRecord> type, Topic topic) {
        Schema schema = WireSchemas.of(type);
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("type", "string");
        key.put("description", topic.key().text());

        Map<String, Object> kafka = new LinkedHashMap<>();
        kafka.put("key", key);
        kafka.put("schemaIdLocation", "payload");
        kafka.put("schemaIdPayloadEncoding", "confluent");
        kafka.put("schemaLookupStrategy", "TopicRecordNameStrategy");
        kafka.put("bindingVersion", BINDING);

        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("schemaFormat", AVRO);
        payload.put("schema", json(schema));

        Map<String, Object> message = new LinkedHashMap<>();
        message.put("name", schema.getFullName());
        message.put("summary", schema.getDoc());
        message.put("bindings", Map.of("kafka", kafka));
        message.put("payload", payload);
        return message;
    }

    private static JsonNode json(Schema schema) {
        try {
            JsonNode json = JSON.readTree(schema.toString());
            json.path("fields")
                    .path(0)
                    .path("type")
                    .findParents("doc")
                    .forEach(node -> ((ObjectNode) node).remove("doc"));
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is JSON: " + schema.getFullName(), e);
        }
    }

    private static <T> Map<String, T> perTopic(Function<Topic, T> part) {
        return Topics.catalogue().stream()
                .collect(Collectors.toMap(Topic::name, part, (one, other) -> one, LinkedHashMap::new));
    }

    private static List<String> names(Set<Party> parties) {
        return parties.stream().sorted().map(Party::name).toList();
    }

    private static Map<String, String> ref(String path) {
        return Map.of("$ref", "#/" + path);
    }
}
