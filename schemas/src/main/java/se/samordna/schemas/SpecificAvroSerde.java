package se.samordna.schemas;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Generated records to and from the Confluent wire format: a zero byte, the schema's id in four, then Avro.
 *
 * @param <T> the record type, or {@link SpecificRecord} where a topic has several
 */
public final class SpecificAvroSerde<T extends SpecificRecord> implements Serde<T> {

    static {
        AvroTrust.establish();
    }

    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

    /** A serde for values, ready to use, with {@link RegistrySettings}. */
    public static <T extends SpecificRecord> SpecificAvroSerde<T> forValues(String registry) {
        SpecificAvroSerde<T> serde = new SpecificAvroSerde<>();
        serde.configure(RegistrySettings.of(registry), false);
        return serde;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        serializer.configure(settings, isKey);
        deserializer.configure(settings, isKey);
    }

    @Override
    @SuppressWarnings("unchecked") // Confluent's serializer takes any object; T narrows it
    public Serializer<T> serializer() {
        return (Serializer<T>) (Serializer<?>) serializer;
    }

    @Override
    @SuppressWarnings("unchecked") // specific.avro.reader yields the generated class of the written record
    public Deserializer<T> deserializer() {
        return (Deserializer<T>) (Deserializer<?>) deserializer;
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
