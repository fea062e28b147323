package se.samordna.schemas;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** What is wrong with a schema as the successor of a released one; nothing, if whoever reads the one reads the other. */
final class Compatibility {

    private final List<String> faults = new ArrayList<>();

    private Compatibility() {}

    /** By Avro's own rules both ways, and by ours, which are stricter. */
    static List<String> faults(Schema released, Schema current) {
        Compatibility compatibility = new Compatibility();
        compatibility.readable("new reader, old bytes", current, released);
        compatibility.readable("old reader, new bytes", released, current);
        compatibility.successor(released, current);
        return compatibility.faults;
    }

    private void readable(String who, Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() != COMPATIBLE) {
            faults.add(who + ": " + result.getResult().getIncompatibilities());
        }
    }

    private void successor(Schema released, Schema current) {
        switch (released.getType()) {
            case RECORD -> {
                for (Schema.Field old : released.getFields()) {
                    field(released.getName() + "." + old.name(), old, current.getField(old.name()));
                }
                current.getFields().stream()
                        .filter(field -> released.getField(field.name()) == null && !field.hasDefaultValue())
                        .forEach(field ->
                                faults.add(current.getName() + "." + field.name() + ": added without a default"));
            }
            case ENUM ->
                released.getEnumSymbols().stream()
                        .filter(symbol -> !current.hasEnumSymbol(symbol))
                        .forEach(symbol -> faults.add(released.getName() + "." + symbol + ": symbol taken away"));
            case ARRAY -> successor(released.getElementType(), current.getElementType());
            default -> {
                // Avro judges a change of a primitive type, but not one of what it means.
                if (!Objects.equals(released.getLogicalType(), current.getLogicalType())) {
                    faults.add(released + " became " + current);
                }
            }
        }
    }

    private void field(String name, Schema.Field old, Schema.Field now) {
        if (now == null) {
            faults.add(name + ": field taken away");
        } else if (FieldKind.optional(old) != FieldKind.optional(now)
                || !Objects.equals(old.getProp("samordna"), now.getProp("samordna"))) {
            faults.add(name + ": what it may hold was changed");
        } else if (FieldKind.present(old).getType() == FieldKind.present(now).getType()) {
            successor(FieldKind.present(old), FieldKind.present(now));
        }
    }
}
