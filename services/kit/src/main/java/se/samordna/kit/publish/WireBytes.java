package se.samordna.kit.publish;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import se.samordna.schemas.RegistrySettings;

/**
 * Records as bytes in the Confluent wire format: a zero byte, four of the schema's id, the Avro binary. The registry is
 * asked once per type; after that a registry that is away is not missed, and Confluent's serializer, which looks the
 * schema up anew for each record, is gone past. Safe for many threads.
 */
public final class WireBytes implements AutoCloseable {

    private static final int NOT_FOUND = 404;

    private static final int PREFIX = 5;
    private static final int USUAL_SIZE = 256;

    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** A type that the registry has given an id in a topic: how its bytes begin, and what writes the rest. */
    private record Known(byte[] prefix, SpecificDatumWriter<SpecificRecord> writer) {}

    /**
     * Bytes through a registry.
     *
     * @param registry its Confluent API, such as {@code http://127.0.0.1:18081/apis/ccompat/v7}
     */
    public WireBytes(String registry) {
        Map<String, Object> settings = new HashMap<>(RegistrySettings.of(registry));
        // A sender waits for the answer: better "away" in two seconds than right in twenty.
        settings.put("http.connect.timeout.ms", 1_500);
        settings.put("http.read.timeout.ms", 2_000);
        settings.put("max.retries", 0);
        serializer.configure(settings, false);
    }

    /** What a record becomes. */
    public sealed interface Result {

        /** Its bytes. */
        record Bytes(byte[] bytes) implements Result {}

        /** No schema id to be had for it now. */
        record Unavailable(Published.Missing missing) implements Result {}
    }

    /**
     * The bytes of a record for its topic.
     *
     * @throws KafkaException if the record does not fit its schema, which is our own mistake
     */
    public Result of(Outgoing record) {
        String subject = record.topic().name() + record.value().getSchema().getFullName();
        Known type = known.get(subject);
        return type == null ? first(subject, record) : new Result.Bytes(written(type, record.value()));
    }

    private Result first(String subject, Outgoing record) {
        try {
            byte[] bytes = serializer.serialize(record.topic().name(), record.value());
            SpecificRecord value = record.value();
            SpecificData data = SpecificData.getForClass(value.getClass());
            known.put(
                    subject,
                    new Known(Arrays.copyOf(bytes, PREFIX), new SpecificDatumWriter<>(value.getSchema(), data)));
            return new Result.Bytes(bytes);
        } catch (KafkaException e) {
            return new Result.Unavailable(missing(e).orElseThrow(() -> e));
        }
    }

    private static byte[] written(Known type, SpecificRecord value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.writeBytes(type.prefix());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            type.writer().write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static Optional<Published.Missing> missing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException answer) {
                boolean unregistered = answer.getStatus() == NOT_FOUND;
                return Optional.of(unregistered ? Published.Missing.SCHEMA : Published.Missing.REGISTRY);
            }
            if (cause instanceof IOException || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
                return Optional.of(Published.Missing.REGISTRY);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        serializer.close();
    }
}
