package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import se.samordna.events.Agency;
import se.samordna.events.EventHeader;
import se.samordna.events.HousingNotice;
import se.samordna.platform.Tick;
import se.samordna.schemas.EventType.Family;

class EventTypesTest {

    @Test
    void are_those_of_the_contract_field_by_field_and_nothing_else() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Family family : Family.values()) {
            lines.add(family.name());
            EventTypes.of(family).forEach(type -> lines.add(inTheContractsWords(type)));
        }

        assertThat(lines).isEqualTo(contract());
    }

    @Test
    void the_header_is_that_of_the_contract_and_nothing_else() {
        assertThat(EventHeader.getClassSchema().getFields().stream().map(EventTypesTest::words))
                .containsExactly(
                        "eventId",
                        "childId",
                        "municipality",
                        "agency: SOCIAL_SERVICES SCHOOL REGION POLICE",
                        "source",
                        "occurredAt",
                        "receivedAt",
                        "ground: OWN REPORT_DUTY INVESTIGATION_DUTY CHILD_CARE_NEED CONSENT CRIME_PREVENTION NONE",
                        "consentId?",
                        "protectedIdentity: NONE SECRECY_MARKED PROTECTED_REGISTRATION",
                        "corrects?",
                        "traceparent?");
    }

    @Test
    void a_type_goes_to_the_topic_of_the_agency_that_sends_it() {
        EventType consent = EventTypes.named("ConsentGiven").orElseThrow();
        EventType report = EventTypes.named("ConcernReportReceived").orElseThrow();
        EventType snoozed = EventTypes.named("AlertSnoozed").orElseThrow();

        assertThat(consent.topic(Agency.POLICE)).contains(Topics.POLICE_EVENTS);
        assertThat(report.topic(Agency.SOCIAL_SERVICES)).contains(Topics.SOCIAL_SERVICES_EVENTS);
        assertThat(report.topic(Agency.SCHOOL)).isEmpty();
        assertThat(report.topic(Agency.UNKNOWN)).isEmpty();
        assertThat(snoozed.topic(Agency.REGION)).contains(Topics.ACTIONS);
        assertThat(EventTypes.named("Tick")).isEmpty();
    }

    @Test
    void an_event_knows_its_type_and_its_header() {
        EventType type = EventTypes.named("HousingNotice").orElseThrow();
        HousingNotice notice = (HousingNotice) type.newRecord();
        EventHeader header = new EventHeader();
        header.setOccurredAt(Instant.parse("2026-01-10T09:00:00Z"));
        notice.setHeader(header);

        assertThat(EventTypes.of(notice)).isEqualTo(type);
        assertThat(EventTypes.header(notice)).isSameAs(header);
        assertThat(type.bodyField("evictionDate")).map(FieldKind::optional).contains(true);
        assertThat(type.bodyField("header")).isEmpty();
        assertThatThrownBy(() -> EventTypes.of(new Tick())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String inTheContractsWords(EventType type) {
        String fields = type.bodyFields().stream().map(EventTypesTest::words).collect(Collectors.joining(", "));
        return fields.isEmpty() ? type.name() : type.name() + "{" + fields + "}";
    }

    private static String words(Schema.Field field) {
        Schema type = FieldKind.present(field);
        Schema element = type.getType() == Schema.Type.ARRAY ? type.getElementType() : type;
        boolean listed =
                element.getType() == Schema.Type.ENUM && FieldKind.of(field).orElseThrow() != FieldKind.AGENCIES;
        return field.name()
                + (FieldKind.optional(field) ? "?" : "")
                + (listed
                        ? ": "
                                + String.join(
                                        " ",
                                        element.getEnumSymbols()
                                                .subList(
                                                        1,
                                                        element.getEnumSymbols().size()))
                        : "");
    }

    private static List<String> contract() throws IOException {
        Path page = Path.of(Objects.requireNonNull(EventTypesTest.class.getResource("contract.txt"))
                .getPath());
        return Files.readAllLines(page).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
