package se.samordna.cli;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import se.samordna.coordination.AlertLine;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topic;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** What stands on alert topics: the latest record of each key. */
final class Alerts {
    // By recipient, child and alert, as text: a UUID's own order is another.
    private static final Comparator<AlertLine> ORDER = Comparator.comparing(AlertLine::recipient)
            .thenComparing(line -> line.childId().toString())
            .thenComparing(line -> line.alertId().toString());

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Alerts() {}

    /** The lines of those topics, in the contract's order. */
    static List<AlertLine> standing(String bootstrap, String registry, List<Topic> topics) {
        return latest(bootstrap, registry, topics).stream()
                .map(AlertLine::of)
                .sorted(ORDER)
                .toList();
    }

    private static List<SpecificRecord> latest(String bootstrap, String registry, List<Topic> topics) {
        Map<String, ConsumerRecord<byte[], byte[]>> latest = new HashMap<>();
        List<String> names = topics.stream().map(Topic::name).toList();
        WholeTopic.read(bootstrap, names, record -> {
            String key = record.topic() + "/" + new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                latest.remove(key);
            } else {
                latest.put(key, record);
            }
        });
        try (SpecificAvroSerde<SpecificRecord> serde = SpecificAvroSerde.forValues(registry);
                Deserializer<SpecificRecord> reader = serde.deserializer()) {
            return latest.values().stream()
                    .map(record -> reader.deserialize(record.topic(), record.value()))
                    .toList();
        }
    }

    /** One line as the contract has it. */
    static String json(AlertLine line) {
        return JSON.writeValueAsString(line);
    }
}
