package se.samordna.kit.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.schemas.FieldKind;

/**
 * How one field of a record is read from its slot.
 *
 * @param name the field in JSON and in Avro
 * @param slot where {@link FlatLine} holds it
 * @param position where the record takes it
 * @param mayBeLeftOut whether it may be absent
 * @param otherwise what then stands in its place; {@link Raw#ABSENT} if nothing does
 * @param mayBeNull whether it may be null
 * @param list whether it is a list
 * @param form the form of the value, or of each item
 */
record FieldForm(
        String name,
        int slot,
        int position,
        boolean mayBeLeftOut,
        Object otherwise,
        boolean mayBeNull,
        boolean list,
        ValueForm form) {

    static FieldForm of(Schema.Field field, int slot) {
        FieldKind kind = FieldKind.of(field)
                .orElseThrow(() -> new IllegalArgumentException("field " + field.name() + " says no kind"));
        Schema type = FieldKind.present(field);
        boolean list = type.getType() == Schema.Type.ARRAY;
        return new FieldForm(
                field.name(),
                slot,
                field.pos(),
                field.hasDefaultValue(),
                field.hasDefaultValue() && !FieldKind.optional(field)
                        ? SpecificData.get().getDefaultValue(field)
                        : Raw.ABSENT,
                FieldKind.optional(field),
                list,
                ValueForm.of(kind, list ? type.getElementType() : type));
    }

    /** The same field where it must be written out, if only as null. */
    FieldForm alwaysWritten() {
        return new FieldForm(name, slot, position, false, Raw.ABSENT, mayBeNull, list, form);
    }

    /** Puts the field into the record, or says what is wrong with it. */
    void read(FlatLine line, SpecificRecord into, Faults faults) {
        Object raw = line.at(slot);
        if (raw == Raw.ABSENT) {
            if (!mayBeLeftOut) {
                faults.add(name, FaultCode.MISSING);
            } else if (otherwise != Raw.ABSENT) {
                into.put(position, otherwise);
            }
        } else if (raw == Raw.NULL) {
            if (!mayBeNull) {
                faults.add(name, FaultCode.NULL);
            }
        } else if (list) {
            into.put(position, items(raw, faults));
        } else {
            Object value = form.read(raw);
            if (value instanceof FaultCode code) {
                faults.add(name, code);
            } else {
                into.put(position, value);
            }
        }
    }

    private List<Object> items(Object raw, Faults faults) {
        if (!(raw instanceof List<?> rawItems)) {
            faults.add(name, FaultCode.WRONG_TYPE);
            return List.of();
        }
        List<Object> items = new ArrayList<>(rawItems.size());
        for (int i = 0; i < rawItems.size(); i++) {
            Object value = rawItems.get(i) == Raw.NULL ? FaultCode.NULL : form.read(rawItems.get(i));
            if (value instanceof FaultCode code) {
                faults.add(name + "[" + i + "]", code);
            } else {
                items.add(value);
            }
        }
        return items;
    }
}
