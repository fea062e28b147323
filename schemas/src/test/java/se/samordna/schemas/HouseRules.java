package se.samordna.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/** What our schemas promise beyond Avro: documentation everywhere, UNKNOWN in every enum, a kind that fits its type. */
final class HouseRules {

    private static final Map<FieldKind, String> LOGICAL =
            Map.of(FieldKind.UUID, "uuid", FieldKind.DATE, "date", FieldKind.INSTANT, "timestamp-millis");
    private static final Set<FieldKind> LISTS = Set.of(
            FieldKind.CODES, FieldKind.UUIDS, FieldKind.ENUMS, FieldKind.AGENCIES, FieldKind.TEXTS, FieldKind.RECORDS);

    private HouseRules() {}

    static List<String> faults(Schema schema) {
        List<String> faults = new ArrayList<>();
        if (isBlank(schema.getDoc())) {
            faults.add(schema.getName() + ": no doc");
        }
        if (schema.getType() == Schema.Type.ENUM) {
            if (!"UNKNOWN".equals(schema.getEnumDefault())) {
                faults.add(schema.getName() + ": default symbol is not UNKNOWN");
            }
        } else {
            schema.getFields().forEach(field -> faults.addAll(faults(schema.getName(), field)));
        }
        return faults;
    }

    private static List<String> faults(String type, Schema.Field field) {
        List<String> faults = new ArrayList<>();
        String name = type + "." + field.name();
        if (isBlank(field.doc())) {
            faults.add(name + ": no doc");
        }
        if (FieldKind.optional(field)
                && !(field.schema().getTypes().getFirst().isNullable() && field.hasDefaultValue())) {
            faults.add(name + ": may be left out, so null is to be first and the default");
        }
        Optional<FieldKind> kind = FieldKind.of(field);
        if (kind.isEmpty()) {
            faults.add(name + ": does not say what it may hold");
        } else if (!fits(kind.get(), FieldKind.present(field))) {
            faults.add(name + ": " + kind.get().word() + " does not fit " + field.schema());
        }
        return faults;
    }

    private static boolean fits(FieldKind kind, Schema type) {
        String logical =
                type.getLogicalType() == null ? "" : type.getLogicalType().getName();
        if (!LOGICAL.getOrDefault(kind, "").equals(logical)) {
            return false;
        }
        if (LISTS.contains(kind)) {
            return type.getType() == Schema.Type.ARRAY;
        }
        return type.getType()
                == switch (kind) {
                    case HEADER, RECORD -> Schema.Type.RECORD;
                    case ENUM -> Schema.Type.ENUM;
                    case FLAG -> Schema.Type.BOOLEAN;
                    case COUNT, REVISION, LEVEL, DATE -> Schema.Type.INT;
                    case AMOUNT, INSTANT -> Schema.Type.LONG;
                    case NUMBER -> Schema.Type.DOUBLE;
                    case STATE, SEALED -> Schema.Type.BYTES;
                    default -> Schema.Type.STRING;
                };
    }

    private static boolean isBlank(String doc) {
        return doc == null || doc.isBlank();
    }
}
