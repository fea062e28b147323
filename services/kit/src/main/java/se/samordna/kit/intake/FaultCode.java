package se.samordna.kit.intake;

import java.util.Locale;

/** What can be wrong with a field, in words that stay. */
public enum FaultCode {
    /** The line is no JSON object, or is cut short, or holds text that is no UTF-8. */
    MALFORMED_JSON,
    /** The event is larger than 64 KiB. */
    TOO_LARGE,
    /** The name stands twice in the event. */
    DUPLICATE_FIELD,
    /** The event type has no such field. */
    UNKNOWN_FIELD,
    /** The field must be there. */
    MISSING,
    /** The field must not be null. */
    NULL,
    /** Another JSON type than the field's: a number for a string, a list for a flag, 1.5 for a whole number. */
    WRONG_TYPE,
    /** No such event type. */
    UNKNOWN_TYPE,
    /** An event type of another agency, or one that is not taken here. */
    TYPE_NOT_ACCEPTED,
    /** Another agency than the sender. */
    WRONG_AGENCY,
    /** A ground that such an event cannot rest on. */
    WRONG_GROUND,
    /** None of the 290 municipalities. */
    UNKNOWN_KOMMUNKOD,
    /** Not among the values the field may take. */
    UNKNOWN_VALUE,
    /** No UUID in the form 8-4-4-4-12. */
    BAD_UUID,
    /** Not 1-64 characters. */
    BAD_ID,
    /** No code of the form {@code [A-Z0-9_]{1,40}}. */
    BAD_CODE,
    /** No real day in the form 2026-01-31. */
    BAD_DATE,
    /** No real instant in the form 2026-01-31T12:00:00Z. */
    BAD_INSTANT,
    /** No URN. */
    BAD_URN,
    /** No W3C trace parent. */
    BAD_TRACEPARENT,
    /** No measure of the form {@code [a-z0-9-]{1,60}}. */
    BAD_MEASURE,
    /** No period such as 2026, 2026-Q1 or 2026-03, or not the kind of period that the measure has. */
    BAD_PERIOD,
    /** A whole number below or above what the field may hold. */
    OUT_OF_RANGE,
    /** No name: 1–80 characters given, 1–60 family; letters, spaces, hyphens, apostrophes and full stops, no digit. */
    BAD_NAME,
    /** A control character, half a surrogate pair or a sign that turns the direction of writing. */
    BAD_CHARACTER,
    /** A personnummer inside the text. */
    PERSONNUMMER_IN_TEXT,
    /** No personnummer or samordningsnummer: form, date or check digit. */
    BAD_PERSONNUMMER,
    /** Both childId and personnummer. */
    CHILD_GIVEN_TWICE,
    /** More than a day after the service's clock. */
    OCCURRED_IN_FUTURE,
    /** After the service's clock. */
    RECEIVED_IN_FUTURE;

    /** The code as senders see it, such as {@code unknown-field}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
