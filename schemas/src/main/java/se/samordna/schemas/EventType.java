package se.samordna.schemas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.events.Agency;

/**
 * One event type: what a line's {@code "type"} names.
 *
 * @param name the simple name, such as {@code ConcernReportReceived}
 * @param recordClass the generated class
 * @param family who may send it
 */
public record EventType(String name, Class<? extends SpecificRecord> recordClass, Family family) {

    /** Who may send a type. */
    public enum Family {
        /** Any agency. */
        SHARED,
        SOCIAL_SERVICES,
        SCHOOLS,
        REGION,
        POLICE,
        /** A coordinator of any agency, on an alert. */
        ACTION
    }

    /** The agencies that may send it. */
    public Set<Agency> owners() {
        return switch (family) {
            case SHARED, ACTION -> Set.copyOf(Agencies.ALL);
            case SOCIAL_SERVICES -> Set.of(Agency.SOCIAL_SERVICES);
            case SCHOOLS -> Set.of(Agency.SCHOOL);
            case REGION -> Set.of(Agency.REGION);
            case POLICE -> Set.of(Agency.POLICE);
        };
    }

    /** The topic an event of this type from that agency goes to; empty if the type is not the agency's. */
    public Optional<Topic> topic(Agency agency) {
        if (!owners().contains(agency)) {
            return Optional.empty();
        }
        return Optional.of(family == Family.ACTION ? Topics.ACTIONS : Topics.events(agency));
    }

    /** The Avro schema, with docs and {@link FieldKind} on every field. */
    public Schema schema() {
        return SpecificData.get().getSchema(recordClass);
    }

    /** The fields after the header, in order. */
    public List<Schema.Field> bodyFields() {
        List<Schema.Field> fields = schema().getFields();
        return fields.subList(1, fields.size());
    }

    /** A body field by its name; empty if the type has none such. */
    public Optional<Schema.Field> bodyField(String field) {
        return Optional.ofNullable(schema().getField(field)).filter(found -> found.pos() > 0);
    }

    /** An empty record of this type, to be filled with {@link SpecificRecord#put(int, Object)}. */
    public SpecificRecord newRecord() {
        AvroTrust.establish();
        return (SpecificRecord) SpecificData.newInstance(recordClass, schema());
    }
}
