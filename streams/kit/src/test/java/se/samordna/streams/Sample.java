package se.samordna.streams;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import se.samordna.events.Agency;
import se.samordna.schemas.EventType;
import se.samordna.schemas.FieldKind;

/** An event of any type with every field filled. */
final class Sample {

    private Sample() {}

    static SpecificRecord of(EventType type) {
        SpecificRecord record = type.newRecord();
        Agency sender = type.owners().stream().sorted().findFirst().orElseThrow();
        record.put(0, Wire.header(sender));
        for (Schema.Field field : type.bodyFields()) {
            record.put(
                    field.pos(),
                    value(FieldKind.present(field), FieldKind.of(field).orElseThrow()));
        }
        return record;
    }

    private static @Nullable Object value(Schema schema, FieldKind kind) {
        return switch (kind) {
            case UUID -> UUID.fromString("89c92de3-2f6c-5937-b7c5-9fc228a5372e");
            case DATE -> LocalDate.of(2026, 3, 1);
            case INSTANT -> Instant.parse("2026-03-01T08:00:00Z");
            case COUNT -> 7;
            case FLAG -> true;
            case ENUM -> symbol(schema);
            case ENUMS -> List.of(symbol(schema.getElementType()));
            case AGENCIES -> List.of(Agency.SOCIAL_SERVICES, Agency.REGION);
            case CODES -> List.of("A", "B");
            default -> "X1";
        };
    }

    private static Object symbol(Schema schema) {
        return SpecificData.get().createEnum(schema.getEnumSymbols().get(1), schema);
    }
}
