package se.samordna.schemas;

import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.util.HashMap;
import java.util.Map;

/**
 * How records are written and read through the registry, the same everywhere.
 *
 * <p>Nothing registers itself: a schema is put there by {@link SchemaRegistration} or the record is not written. A writer
 * writes its own schema, never the latest of the registry, and leaves Java's marks out of it.
 */
public final class RegistrySettings {

    private RegistrySettings() {}

    /**
     * Settings for Confluent's Avro serializer and deserializer, and for {@link SpecificAvroSerde}.
     *
     * @param registry the registry's Confluent API, such as {@code http://127.0.0.1:18081/apis/ccompat/v7}
     */
    public static Map<String, Object> of(String registry) {
        AvroTrust.establish();
        Map<String, Object> settings = new HashMap<>();
        settings.put("schema.registry.url", registry);
        settings.put("auto.register.schemas", false);
        settings.put("use.latest.version", false);
        settings.put("avro.remove.java.properties", true);
        settings.put("specific.avro.reader", true);
        settings.put("value.subject.name.strategy", TopicRecordNameStrategy.class.getName());
        return Map.copyOf(settings);
    }
}
