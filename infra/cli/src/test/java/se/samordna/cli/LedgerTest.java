package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import se.samordna.alerts.AlertStatus;
import se.samordna.alerts.Disclosure;
import se.samordna.events.Agency;
import se.samordna.events.Ground;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.SpecificAvroSerde;

class LedgerTest {
    private static final UUID ALERT = UUID.fromString("89c92de3-2f6c-5937-b7c5-9fc228a5372e");
    private static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final UUID FIRST = UUID.fromString("0b540000-0000-4000-8000-000000000000");

    @Test
    void entries_are_listed_by_child_each_childs_as_written_beside_a_record_that_is_none() {
        new SchemaRegistration(MockSchemaRegistry.getClientForScope("cli-ledger")).registerAll();
        try (var serde = SpecificAvroSerde.<SpecificRecord>forValues("mock://cli-ledger")) {
            Ledger ledger = Ledger.of(
                    List.of(
                            at(
                                    0,
                                    serde.serializer()
                                            .serialize(
                                                    "coordination.disclosures",
                                                    told(CHILD, 1).build())),
                            at(1, new byte[] {0, 0, 127, 127, 127, 1}),
                            at(
                                    2,
                                    serde.serializer()
                                            .serialize(
                                                    "coordination.disclosures",
                                                    told(CHILD, 2)
                                                            .setStatus(AlertStatus.WITHDRAWN)
                                                            .setReason("RETRACTED")
                                                            .build())),
                            at(
                                    3,
                                    serde.serializer()
                                            .serialize(
                                                    "coordination.disclosures",
                                                    told(FIRST, 1).build()))),
                    serde.deserializer());

            assertThat(ledger.entries())
                    .extracting(entry -> entry.childId() + " " + entry.revision() + " " + entry.status())
                    .containsExactly(FIRST + " 1 OPEN", CHILD + " 1 OPEN", CHILD + " 2 WITHDRAWN");
            assertThat(ledger.unreadable()).containsExactly("coordination.disclosures-0@1");
            assertThat(Ledger.json(ledger.entries().getLast()))
                    .isEqualTo("{\"at\":\"2026-01-10T09:00:00Z\",\"childId\":\"" + CHILD + "\",\"alertId\":\"" + ALERT
                            + "\",\"recipient\":\"police\",\"revision\":2,\"status\":\"WITHDRAWN\","
                            + "\"ground\":\"REPORT_DUTY\",\"reason\":\"RETRACTED\",\"supersededBy\":null,"
                            + "\"fields\":[\"alertId\",\"childId\"],\"policy\":2}");
        } finally {
            MockSchemaRegistry.dropScope("cli-ledger");
        }
    }

    @Test
    void people_read_when_in_swedens_time_by_which_rule_and_of_an_alert_that_is_gone_none() {
        Ledger.Entry entry = new Ledger.Entry(
                Instant.parse("2026-01-10T23:30:00Z"),
                CHILD,
                ALERT,
                "police",
                2,
                "WITHDRAWN",
                "REPORT_DUTY",
                Optional.of("RETRACTED"),
                Optional.empty(),
                List.of("alertId", "childId"),
                2);

        assertThat(LedgerCommand.words(entry, "R06"))
                .matches("2026-01-11 00:30  police +R06 revision 2 +WITHDRAWN +on REPORT_DUTY +because RETRACTED +"
                        + ALERT + " of child " + CHILD + ": alertId childId");
        assertThat(LedgerCommand.words(entry, "")).matches("2026-01-11 00:30  police +revision 2 .*");
    }

    private static Disclosure.Builder told(UUID child, int revision) {
        return Disclosure.newBuilder()
                .setRecipient(Agency.POLICE)
                .setAlertId(ALERT)
                .setChildId(child)
                .setRevision(revision)
                .setFields(List.of("alertId", "childId"))
                .setGround(Ground.REPORT_DUTY)
                .setAt(Instant.parse("2026-01-10T09:00:00Z"))
                .setStatus(AlertStatus.OPEN)
                .setPolicy(2);
    }

    private static ConsumerRecord<byte[], byte[]> at(long offset, byte[] value) {
        return new ConsumerRecord<>("coordination.disclosures", 0, offset, new byte[0], value);
    }
}
