package se.samordna.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** An id that is not there is an answer; no answer is waited for, and in the end the thread starts over. */
class RegistryTest {

    private static final Schema GADGET = SchemaBuilder.record("Gadget").fields().endRecord();

    private final Deque<Exception> faults = new ArrayDeque<>();

    @Test
    void no_answer_is_waited_for() {
        faults.addAll(List.of(
                new ConnectException("refused"),
                new RestClientException("Service Unavailable", 503, 50302),
                new RestClientException("a proxy's own page", 404, 404)));
        try (Registry registry = registry(Duration.ofSeconds(30))) {
            assertThat(registry.schema(7)).contains(GADGET);
            assertThat(faults).isEmpty();
            assertThat(registry.away()).isFalse();
        }
    }

    @Test
    void an_id_it_does_not_have_is_an_answer() {
        faults.add(new RestClientException("Schema not found", 404, 40403));
        try (Registry registry = registry(Duration.ofSeconds(30))) {
            assertThat(registry.schema(7)).isEmpty();
        }
    }

    @Test
    void an_id_of_another_language_is_an_answer() {
        faults.add(new IOException("Invalid schema of type PROTOBUF"));
        try (Registry registry = registry(Duration.ofSeconds(30))) {
            assertThat(registry.schema(7)).isEmpty();
        }
    }

    @Test
    void an_id_no_registry_gives_is_not_asked_for() {
        faults.add(new ConnectException("refused"));
        try (Registry registry = registry(Duration.ofSeconds(30))) {
            assertThat(registry.schema(0)).isEmpty();
            assertThat(registry.schema(-1)).isEmpty();
        }
    }

    @Test
    void patience_ends() {
        for (int i = 0; i < 20; i++) {
            faults.add(new ConnectException("refused"));
        }
        try (Registry registry = registry(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> registry.schema(7)).isInstanceOf(RegistryAway.class);
            assertThat(registry.away()).as("said in health meanwhile").isTrue();
        }
    }

    @Test
    void an_app_that_ends_waits_no_longer() {
        for (int i = 0; i < 20; i++) {
            faults.add(new ConnectException("refused"));
        }
        Registry registry = registry(Duration.ofMinutes(4));
        registry.close();

        assertThatThrownBy(() -> registry.schema(7)).isInstanceOf(RegistryAway.class);
    }

    private Registry registry(Duration patience) {
        return new Registry(
                "faulty",
                new MockSchemaRegistryClient() {
                    @Override
                    public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
                        Exception fault = faults.poll();
                        if (fault instanceof IOException e) {
                            throw e;
                        }
                        if (fault instanceof RestClientException e) {
                            throw e;
                        }
                        return new AvroSchema(GADGET);
                    }
                },
                patience);
    }
}
