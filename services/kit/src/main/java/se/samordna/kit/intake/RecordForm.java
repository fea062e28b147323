package se.samordna.kit.intake;

import java.lang.reflect.Constructor;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** How the flat fields of one generated class are read; worked out once, so that no schema is walked per line. */
final class RecordForm {

    private final Constructor<? extends SpecificRecord> constructor;
    private final List<FieldForm> fields;

    RecordForm(Class<? extends SpecificRecord> recordClass, List<FieldForm> fields) {
        this.fields = fields;
        try {
            this.constructor = recordClass.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(recordClass + " is not generated from Avro", e);
        }
    }

    List<FieldForm> fields() {
        return fields;
    }

    /** A record of the fields; incomplete where there were faults. */
    SpecificRecord read(FlatLine line, Faults faults) {
        SpecificRecord read = empty();
        for (FieldForm field : fields) {
            field.read(line, read, faults);
        }
        return read;
    }

    private SpecificRecord empty() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + SpecificRecordBase.class, e);
        }
    }
}
