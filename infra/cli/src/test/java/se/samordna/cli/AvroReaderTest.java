package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samordna.platform.Tick;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.Topics;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;

class AvroReaderTest {

    private static final String SCOPE = "avro-reader";
    private static final Tick NOON = new Tick(Instant.parse("2026-03-01T12:00:00Z"));

    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void schemas() {
        new SchemaRegistration(MockSchemaRegistry.getClientForScope(SCOPE)).registerAll();
    }

    @AfterAll
    static void gone() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void what_is_no_record_of_ours_is_named_once_and_hides_no_other() {
        byte[] good = new Encoder(Registry.at("mock://" + SCOPE)).write(Topics.CLOCK, NOON);
        try (AvroReader reader = new AvroReader("mock://" + SCOPE, new PrintWriter(said))) {
            assertThat(reader.read(record(1, new byte[] {0, 1}))).isEmpty();
            assertThat(reader.read(record(2, "text".getBytes(StandardCharsets.UTF_8))))
                    .isEmpty();
            assertThat(reader.read(record(2, "text".getBytes(StandardCharsets.UTF_8))))
                    .isEmpty();
            assertThat(reader.read(record(3, new byte[0]))).isEmpty();
            assertThat(reader.read(record(5, good))).contains(NOON);
        }

        assertThat(said.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.contains(" is no record of ours and is left out ("))
                .extracting(line -> line.substring(0, "platform.clock/0/1".length()))
                .containsExactly("platform.clock/0/1", "platform.clock/0/2", "platform.clock/0/3");
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte[] value) {
        return new ConsumerRecord<>(Topics.CLOCK.name(), 0, offset, new byte[0], value);
    }
}
