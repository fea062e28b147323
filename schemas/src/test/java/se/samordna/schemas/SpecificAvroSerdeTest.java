package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samordna.alerts.Alert;
import se.samordna.events.Agency;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.HousingNotice;
import se.samordna.events.HousingNoticeKind;
import se.samordna.events.ProtectedIdentity;
import se.samordna.platform.Tick;

class SpecificAvroSerdeTest {

    private static final String SCOPE = "serde-test";
    private static final String REGISTRY = "mock://" + SCOPE;
    private static final String TOPIC = Topics.SOCIAL_SERVICES_EVENTS.name();

    @AfterEach
    void forgetTheRegistry() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void an_event_comes_back_with_its_uuids_instants_and_dates() {
        HousingNotice notice = housingNotice();
        theSchemasAreThere();
        try (SpecificAvroSerde<SpecificRecord> serde = SpecificAvroSerde.forValues(REGISTRY)) {
            byte[] bytes = serde.serializer().serialize(TOPIC, notice);
            SpecificRecord back = serde.deserializer().deserialize(TOPIC, bytes);

            assertThat(bytes[0]).isZero();
            assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isPositive();
            assertThat(back).isInstanceOf(HousingNotice.class).isEqualTo(notice);
            assertThat(((HousingNotice) back).getEvictionDate()).isEqualTo(LocalDate.of(2026, 3, 2));
            assertThat(EventTypes.header(back).getChildId())
                    .isEqualTo(notice.getHeader().getChildId());
            assertThat(EventTypes.header(back).getOccurredAt()).isEqualTo(Instant.parse("2026-01-10T09:00:00.123Z"));
        }
    }

    @Test
    void an_alert_comes_back_with_its_evidence_and_what_it_supersedes() throws IOException {
        Alert alert = GoldenBytesTest.fullRecord(Alert.class);
        theSchemasAreThere();
        try (SpecificAvroSerde<Alert> serde = SpecificAvroSerde.forValues(REGISTRY)) {
            byte[] bytes = serde.serializer().serialize("alerts.school", alert);
            Alert back = serde.deserializer().deserialize("alerts.school", bytes);

            assertThat(back).isEqualTo(alert);
            assertThat(back.getSupersedes())
                    .hasSize(2)
                    .allSatisfy(id -> assertThat(id).isInstanceOf(UUID.class));
            assertThat(back.getEvidence()).hasSize(2);
        }
    }

    @Test
    void a_record_whose_schema_nobody_registered_is_not_written() {
        try (SpecificAvroSerde<Tick> serde = SpecificAvroSerde.forValues(REGISTRY)) {
            Tick tick = new Tick(Instant.EPOCH);

            assertThatThrownBy(() -> serde.serializer().serialize("platform.clock", tick))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void what_is_registered_bears_no_marks_of_Java() {
        assertThat(SchemaRegistration.subjects().values())
                .allSatisfy(schema -> assertThat(schema.canonicalString()).doesNotContain("avro.java"));
        assertThat(SpecificData.getForClass(HousingNotice.class).isFastReaderEnabled())
                .isTrue();
    }

    private static HousingNotice housingNotice() {
        UUID child = UUID.fromString("0b540000-0000-4000-8000-000000000001");
        EventHeader header = EventHeader.newBuilder()
                .setEventId(UUID.fromString("6f0c0000-0000-4000-8000-000000000001"))
                .setChildId(child)
                .setMunicipality("2380")
                .setAgency(Agency.SOCIAL_SERVICES)
                .setSource("urn:test")
                .setOccurredAt(Instant.parse("2026-01-10T09:00:00.123Z"))
                .setReceivedAt(Instant.parse("2026-01-10T09:00:02Z"))
                .setGround(Ground.OWN)
                .build();
        assertThat(header.getProtectedIdentity()).isEqualTo(ProtectedIdentity.NONE);
        return new HousingNotice(header, "case-1", HousingNoticeKind.DATE_SET, LocalDate.of(2026, 3, 2));
    }

    private static void theSchemasAreThere() {
        assertThat(new SchemaRegistration(MockSchemaRegistry.getClientForScope(SCOPE)).registerAll())
                .hasSize(SchemaRegistration.subjects().size())
                .allSatisfy(outcome -> assertThat(outcome.isThere()).isTrue());
    }
}
