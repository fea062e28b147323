package se.samordna.kit.publish;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import se.samordna.schemas.RegistrySettings;

/**
 * Records as bytes in the Confluent wire format. The registry is asked once per type; after that a registry that is away
 * is not missed. Safe for many threads.
 */
public final class WireBytes implements AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();

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
        try {
            return new Result.Bytes(serializer.serialize(record.topic().name(), record.value()));
        } catch (KafkaException e) {
            return new Result.Unavailable(missing(e).orElseThrow(() -> e));
        }
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
