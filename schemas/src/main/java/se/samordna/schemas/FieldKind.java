package se.samordna.schemas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * How a field is written in JSON and what it may hold, as its schema says in the property {@code samordna}. A field that
 * may be left out is a union with null in Avro, whatever its kind.
 */
public enum FieldKind {
    /** The {@link se.samordna.events.EventHeader}; flat in JSON. */
    HEADER,
    /** An id of the sender: a string of 1-64 characters. */
    ID,
    /** A code: {@code [A-Z0-9_]{1,40}}. */
    CODE,
    /** A list of {@link #CODE}. */
    CODES,
    /** A UUID, compared in lower case; {@link java.util.UUID}. */
    UUID,
    /** A list of {@link #UUID}. */
    UUIDS,
    /** A local day, ISO 8601; {@link java.time.LocalDate}. */
    DATE,
    /** An instant, ISO 8601 UTC, cut to milliseconds; {@link java.time.Instant}. */
    INSTANT,
    /** A whole number, 0 or more, as an int. */
    COUNT,
    /** A whole number, 0 or more, as a long. */
    AMOUNT,
    /** A whole number, 1 or more, as an int. */
    REVISION,
    /** 1, 2 or 3. */
    LEVEL,
    /** A decimal number, as a double. */
    NUMBER,
    /** true or false. */
    FLAG,
    /** One of the 290 of {@link Kommunkod}. */
    KOMMUNKOD,
    /** A kommunkod or the two digits of a county. */
    AREA,
    /** A URN. */
    URN,
    /** W3C Trace Context; never looked through for a personnummer. */
    TRACEPARENT,
    /** A closed enum; UNKNOWN is refused. */
    ENUM,
    /** A list of {@link #ENUM}. */
    ENUMS,
    /** A list of the four {@link Agencies}. */
    AGENCIES,
    /** A measure's code: {@code [a-z0-9-]{1,60}}. */
    MEASURE,
    /** 2026, 2026-Q1 or 2026-03; of a cell also 2026-03/R12. */
    PERIOD,
    /** A rule: {@code R[0-9]{2}}. */
    RULE,
    /** An eventId with the rule's suffix, if it has one: {@code <eventId>/a}. */
    ANCHOR,
    /** A notice's code: {@code [a-z0-9-]{1,60}}. */
    NOTICE,
    /** Text of our own templates, plans or names; never in an event. */
    TEXT,
    /** A list of {@link #TEXT}. */
    TEXTS,
    /** Bytes that an application keeps of its own state, versioned by themselves. */
    STATE,
    /** Bytes that nobody can read but who has the key to them. */
    SEALED,
    /** A record of its own. */
    RECORD,
    /** A list of {@link #RECORD}. */
    RECORDS;

    /** The word in the schema. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a field, or empty if its schema does not say. */
    public static Optional<FieldKind> of(Schema.Field field) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(field.getProp("samordna")))
                .findFirst();
    }

    /** Whether the field may be left out (a union with null). */
    public static boolean optional(Schema.Field field) {
        return field.schema().isNullable();
    }

    /** The field's type with the null of a union taken away. */
    public static Schema present(Schema.Field field) {
        List<Schema> types = field.schema().isUnion() ? field.schema().getTypes() : List.of(field.schema());
        return types.stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
