package se.samordna.kit.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import se.samordna.events.Agency;
import se.samordna.schemas.EventType;
import se.samordna.schemas.FieldKind;
import tools.jackson.databind.json.JsonMapper;

/** A valid line of each type, made from its schema and then spoilt by the test, one field at a time. */
public final class Sample {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Sample(String type) {
        fields.put("type", type);
    }

    /** An event with every field filled. */
    public static Sample of(EventType type) {
        Agency agency = type.owners().size() == 1 ? type.owners().iterator().next() : Agency.REGION;
        Sample sample = new Sample(type.name())
                .with("eventId", "6f0c0000-0000-4000-8000-00000000000A")
                .with("childId", "0b540000-0000-4000-8000-000000000001")
                .with("municipality", "2380")
                .with("agency", agency.name())
                .with("source", "urn:test")
                .with("occurredAt", "2026-01-10T09:00:00Z")
                .with("receivedAt", "2026-01-10T09:00:02.5Z")
                .with("ground", "OWN")
                .with("consentId", "c1")
                .with("protectedIdentity", "SECRECY_MARKED")
                .with("corrects", "6f0c0000-0000-4000-8000-000000000000")
                .with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        for (Schema.Field field : type.bodyFields()) {
            sample.with(field.name(), value(field));
        }
        return sample;
    }

    /** The contract's own example. */
    public static Sample concernReport() {
        return new Sample("ConcernReportReceived")
                .with("eventId", "6f0c0000-0000-4000-8000-000000000001")
                .with("childId", "0b540000-0000-4000-8000-000000000001")
                .with("municipality", "2380")
                .with("agency", "SOCIAL_SERVICES")
                .with("source", "urn:test")
                .with("occurredAt", "2026-01-10T09:00:00Z")
                .with("receivedAt", "2026-01-10T09:00:02Z")
                .with("ground", "OWN")
                .with("reportId", "r1")
                .with("reporterType", "SCHOOL")
                .with("reasons", List.of("VIOLENCE"))
                .with("feedbackRequested", true);
    }

    public static Sample measurement() {
        return new Sample("MunicipalMeasurement")
                .with("measurementId", "9b1e0000-0000-4000-8000-000000000001")
                .with("revision", 1)
                .with("municipality", "2380")
                .with("measure", "population-0-17")
                .with("period", "2025")
                .with("num", 13012)
                .with("den", Raw.NULL)
                .with("source", "urn:scb");
    }

    private static Object value(Schema.Field field) {
        Schema type = FieldKind.present(field);
        return switch (FieldKind.of(field).orElseThrow()) {
            case ID -> "a-1";
            case CODE -> "SOME_CODE_1";
            case CODES -> List.of("A", "B_2");
            case UUID -> "7a000000-0000-4000-8000-00000000000B";
            case DATE -> "2026-02-28";
            case COUNT -> 40;
            case FLAG -> true;
            case ENUM -> type.getEnumSymbols().getLast();
            case ENUMS, AGENCIES -> type.getElementType().getEnumSymbols().subList(1, 3);
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    /** With the field set; {@link Raw#NULL} for null. */
    public Sample with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public Sample without(String field) {
        fields.remove(field);
        return this;
    }

    public String line() {
        Map<String, Object> written = new LinkedHashMap<>();
        fields.forEach((name, value) -> written.put(name, value == Raw.NULL ? null : value));
        return JSON.writeValueAsString(written);
    }
}
