package se.samordna.local;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.schemas.RegistrySettings;
import se.samordna.schemas.Topic;
import se.samordna.schemas.WireSchemas;

/**
 * Records as bytes in the Confluent wire format, for millions of them: asks the registry once for each record type of a
 * topic and keeps the answer. The bytes are those of Confluent's serializer. For one thread.
 */
public final class WireWriter {
    private static final int SCHEMAS = 1_000;

    private final SchemaRegistryClient registry;
    private final Map<Topic, Map<Class<?>, Form>> forms = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);

    /** A writer against the registry's Confluent API at {@code url}. */
    public WireWriter(String url) {
        this.registry = new CachedSchemaRegistryClient(url, SCHEMAS, RegistrySettings.of(url));
    }

    private record Form(int schemaId, SpecificDatumWriter<SpecificRecord> writer) {}

    /**
     * The record as the topic's value.
     *
     * @throws StartupProblem if the registry does not know the type in that topic, or is away
     */
    public byte[] bytes(Topic topic, SpecificRecord value) {
        Form form = forms.computeIfAbsent(topic, t -> new HashMap<>())
                .computeIfAbsent(value.getClass(), type -> form(topic, value));
        bytes.reset();
        bytes.write(0);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write(form.schemaId() >>> shift);
        }
        try {
            form.writer().write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Form form(Topic topic, SpecificRecord value) {
        Class<? extends SpecificRecord> type = value.getClass();
        try {
            int id = registry.getId(topic.subject(type), new AvroSchema(WireSchemas.of(type)));
            return new Form(id, new SpecificDatumWriter<>(value.getSchema()));
        } catch (RestClientException e) {
            throw new StartupProblem(
                    "The registry does not know " + topic.subject(type) + " (" + e.getStatus()
                            + "). Register it with: infra/samordna topics apply",
                    e);
        } catch (IOException e) {
            throw new StartupProblem("The schema registry does not answer: " + e.getMessage(), e);
        }
    }
}
