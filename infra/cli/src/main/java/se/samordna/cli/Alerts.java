package se.samordna.cli;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
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

    /**
     * What those topics hold.
     *
     * @param lines in the contract's order
     * @param unreadable where a record is that is none of ours, as {@code alerts.police-1@12}; it hides no other
     */
    record Standing(List<AlertLine> lines, List<String> unreadable) {}

    static Standing standing(String bootstrap, String registry, List<Topic> topics) {
        Map<String, ConsumerRecord<byte[], byte[]>> latest = new HashMap<>();
        List<String> names = topics.stream().map(Topic::name).toList();
        WholeTopic.read(bootstrap, names, record -> {
            // One without a key is nobody's alert, and stands for itself.
            String key = record.topic() + "/"
                    + (record.key() == null
                            ? record.partition() + "@" + record.offset()
                            : new String(record.key(), StandardCharsets.UTF_8));
            if (record.value() == null) {
                latest.remove(key);
            } else {
                latest.put(key, record);
            }
        });
        try (SpecificAvroSerde<SpecificRecord> serde = SpecificAvroSerde.forValues(registry);
                Deserializer<SpecificRecord> reader = serde.deserializer()) {
            return of(latest.values(), reader);
        }
    }

    static Standing of(Collection<ConsumerRecord<byte[], byte[]>> latest, Deserializer<SpecificRecord> reader) {
        List<AlertLine> lines = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : latest) {
            try {
                lines.add(AlertLine.of(reader.deserialize(record.topic(), record.value())));
            } catch (SerializationException | BufferUnderflowException | IllegalArgumentException e) {
                unreadable.add(record.topic() + "-" + record.partition() + "@" + record.offset());
            }
        }
        lines.sort(ORDER);
        unreadable.sort(Comparator.naturalOrder());
        return new Standing(List.copyOf(lines), List.copyOf(unreadable));
    }

    /** One line as the contract has it. */
    static String json(AlertLine line) {
        return JSON.writeValueAsString(line);
    }
}
