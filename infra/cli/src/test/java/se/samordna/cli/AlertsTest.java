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
import se.samordna.alerts.Alert;
import se.samordna.alerts.AlertNotice;
import se.samordna.alerts.AlertStatus;
import se.samordna.alerts.Evidence;
import se.samordna.alerts.Sentence;
import se.samordna.alerts.Severity;
import se.samordna.coordination.AlertLine;
import se.samordna.events.Agency;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.SpecificAvroSerde;

class AlertsTest {
    private static final UUID ALERT = UUID.fromString("89c92de3-2f6c-5937-b7c5-9fc228a5372e");
    private static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("6f0c0000-0000-4000-8000-000000000001");

    @Test
    void a_full_line_has_the_contracts_fields_in_its_order_and_nothing_else() {
        Alert alert = Alert.newBuilder()
                .setAlertId(ALERT)
                .setRuleId("R01")
                .setChildId(CHILD)
                .setMunicipality("2380")
                .setStatus(AlertStatus.OPEN)
                .setLevel(3)
                .setSeverity(Severity.CRITICAL)
                .setOpenedAt(Instant.parse("2026-01-10T09:00:00Z"))
                .setDueAt(Instant.parse("2026-01-10T22:59:59.999Z"))
                .setOverdue(true)
                .setAnchor(EVENT.toString())
                .setEvidence(List.of(new Evidence(EVENT, "ConcernReportReceived", Agency.SOCIAL_SERVICES)))
                .setRecipient(Agency.SOCIAL_SERVICES)
                .setRevision(2)
                .setSentence(new Sentence("Skydd ej bedömt.", "Protection not assessed."))
                .setBasis("SoL 20:1")
                .setNextStep("ASSESS_PROTECTION")
                .setRuleVersion(1)
                .setSettingsVersion("1")
                .build();

        assertThat(Alerts.json(AlertLine.of(alert)))
                .isEqualTo("{\"alertId\":\"" + ALERT + "\",\"ruleId\":\"R01\",\"childId\":\"" + CHILD
                        + "\",\"municipality\":\"2380\",\"status\":\"OPEN\",\"level\":3,\"severity\":\"CRITICAL\","
                        + "\"openedAt\":\"2026-01-10T09:00:00Z\",\"dueAt\":\"2026-01-10T22:59:59.999Z\","
                        + "\"resolvedAt\":null,\"overdue\":true,\"anchor\":\"" + EVENT + "\",\"evidence\":[\"" + EVENT
                        + "\"],\"recipient\":\"social-services\",\"revision\":2}");
    }

    @Test
    void a_notice_line_has_seven_fields_and_nothing_else() {
        AlertNotice notice = AlertNotice.newBuilder()
                .setAlertId(ALERT)
                .setChildId(CHILD)
                .setStatus(AlertStatus.RESOLVED)
                .setDueAt(Instant.parse("2026-01-11T23:00:00Z"))
                .setRecipient(Agency.POLICE)
                .setNotice("joint-visit-proposed")
                .setRevision(1)
                .build();

        assertThat(Alerts.json(AlertLine.of(notice)))
                .isEqualTo("{\"alertId\":\"" + ALERT + "\",\"childId\":\"" + CHILD
                        + "\",\"status\":\"RESOLVED\",\"dueAt\":\"2026-01-11T23:00:00Z\",\"recipient\":\"police\","
                        + "\"notice\":\"joint-visit-proposed\",\"revision\":1}");
    }

    @Test
    void people_read_which_alert_where_and_when_in_swedens_time_and_of_a_notice_no_municipality() {
        Instant midnight = Instant.parse("2026-09-30T22:00:00Z");
        AlertLine full = new AlertLine.Full(
                ALERT,
                "R02",
                CHILD,
                Optional.of("2380"),
                "OPEN",
                2,
                "HIGH",
                midnight,
                midnight,
                Optional.empty(),
                true,
                EVENT.toString(),
                List.of(EVENT),
                "social-services",
                1,
                null);
        AlertLine notice = new AlertLine.Notice(ALERT, CHILD, "OPEN", midnight, "police", "joint-visit-proposed", 1);

        assertThat(AlertsCommand.words(full).split(" +"))
                .containsExactly(
                        ALERT.toString(),
                        "social-services",
                        "R02",
                        "OPEN",
                        "2380",
                        "child",
                        CHILD.toString(),
                        "due",
                        "2026-10-01",
                        "00:00",
                        "OVERDUE");
        assertThat(AlertsCommand.words(notice).split(" +"))
                .containsExactly(
                        ALERT.toString(),
                        "police",
                        "joint-visit-proposed",
                        "OPEN",
                        "child",
                        CHILD.toString(),
                        "due",
                        "2026-10-01",
                        "00:00");
        assertThat(AlertsCommand.words(full).indexOf("child"))
                .isEqualTo(AlertsCommand.words(notice).indexOf("child"));
    }

    @Test
    void a_record_that_is_no_alert_hides_no_other() {
        String registry = "mock://cli-alerts";
        new SchemaRegistration(MockSchemaRegistry.getClientForScope("cli-alerts")).registerAll();
        AlertNotice notice = AlertNotice.newBuilder()
                .setAlertId(ALERT)
                .setChildId(CHILD)
                .setStatus(AlertStatus.OPEN)
                .setDueAt(Instant.parse("2026-01-11T23:00:00Z"))
                .setRecipient(Agency.POLICE)
                .setNotice("joint-visit-proposed")
                .setRevision(1)
                .build();
        try (var serde = SpecificAvroSerde.<SpecificRecord>forValues(registry)) {
            byte[] good = serde.serializer().serialize("alerts.police", notice);
            Alerts.Standing standing = Alerts.of(
                    List.of(
                            new ConsumerRecord<>("alerts.police", 1, 11, new byte[0], good),
                            new ConsumerRecord<>(
                                    "alerts.police", 1, 12, new byte[0], new byte[] {0, 0, 127, 127, 127, 1}),
                            new ConsumerRecord<>("alerts.police", 0, 3, new byte[0], new byte[] {9})),
                    serde.deserializer());

            assertThat(standing.lines()).containsExactly(AlertLine.of(notice));
            assertThat(standing.unreadable()).containsExactly("alerts.police-0@3", "alerts.police-1@12");
        } finally {
            MockSchemaRegistry.dropScope("cli-alerts");
        }
    }
}
