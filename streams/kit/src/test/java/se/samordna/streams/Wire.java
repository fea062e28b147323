package se.samordna.streams;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsConfig;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;
import se.samordna.events.ReporterType;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.Topic;

/** A registry with every schema, and events as their senders write them. */
final class Wire implements AutoCloseable {

    static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    static final Instant AT = Instant.parse("2026-01-10T09:00:00Z");

    private final String scope;
    final SchemaRegistryClient client;
    final Registry registry;
    final Encoder encoder;

    Wire(String scope) {
        this.scope = scope;
        client = MockSchemaRegistry.getClientForScope(scope);
        new SchemaRegistration(client).registerAll();
        registry = Registry.at("mock://" + scope);
        encoder = new Encoder(registry);
    }

    byte[] write(Topic topic, SpecificRecord record) {
        return encoder.write(topic, record);
    }

    /** Registers a schema and gives the five bytes that name it. */
    byte[] named(String subject, Schema schema) {
        try {
            int id = client.register(subject, new AvroSchema(schema));
            return ByteBuffer.allocate(5).put((byte) 0).putInt(id).array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RestClientException e) {
            throw new IllegalStateException(e);
        }
    }

    static EventHeader header(Agency agency) {
        EventHeader header = new EventHeader();
        header.setEventId(UUID.fromString("6f0c0000-0000-4000-8000-000000000001"));
        header.setChildId(CHILD);
        header.setMunicipality("2380");
        header.setAgency(agency);
        header.setSource("urn:test");
        header.setOccurredAt(AT);
        header.setReceivedAt(AT.plusSeconds(2));
        header.setGround(Ground.OWN);
        header.setProtectedIdentity(ProtectedIdentity.NONE);
        return header;
    }

    static ConcernReportReceived report() {
        return new ConcernReportReceived(
                header(Agency.SOCIAL_SERVICES), "r1", ReporterType.SCHOOL, List.of(ConcernReason.VIOLENCE), true);
    }

    static AttendanceReported attendance() {
        return new AttendanceReported(header(Agency.SCHOOL), LocalDate.of(2026, 1, 9), true, 300, 60, 0);
    }

    static StreamsSettings settings(String application) {
        return StreamsSettings.of(
                application, "nowhere:1", java.nio.file.Path.of(System.getProperty("java.io.tmpdir")), "test");
    }

    static StreamsConfig config(String application) {
        return new StreamsConfig(settings(application).properties());
    }

    @Override
    public void close() {
        MockSchemaRegistry.dropScope(scope);
    }
}
