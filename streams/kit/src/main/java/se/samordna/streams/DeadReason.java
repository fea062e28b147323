package se.samordna.streams;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a record went to the dead letters; {@link #code} is the stable word in the header and the metric. */
public enum DeadReason {
    /** No key where a child is one. */
    MISSING_KEY,
    /** The key is no UUID in lower-case text, or the empty one. */
    BAD_KEY,
    /** The key and {@code header.childId} name two children. */
    KEY_DIFFERS,
    /** No value on a topic of events. */
    TOMBSTONE,
    /** More bytes than intake lets through. */
    OVERSIZED,
    /** Not the Confluent wire format. */
    BAD_MAGIC,
    /** The registry has no schema of that id. */
    UNKNOWN_SCHEMA,
    /** A type this reader does not know; to be replayed after its upgrade. */
    UNKNOWN_TYPE,
    /** A type that does not belong in the topic. */
    WRONG_TOPIC,
    /** The writer's schema cannot be read as ours. */
    INCOMPATIBLE_SCHEMA,
    /** The bytes are not what their schema says. */
    BAD_BYTES,
    /** An enum symbol this reader does not know; to be replayed after its upgrade. */
    UNKNOWN_SYMBOL,
    /** The sender named in the header is not the topic's owner. */
    WRONG_AGENCY,
    /** An instant or date no calendar of ours reaches (before year 1, after 9999), or a clock of 2200 or later. */
    BAD_TIME,
    /** The same eventId with other content than what is held. */
    CONFLICTING_DUPLICATE,
    /** What is held of the child would be more than a record takes; to be replayed when that has been mended. */
    CHILD_TOO_LARGE,
    /** Our own fault: the record is kept for after the repair, and an alarm goes off. */
    INTERNAL_ERROR;

    /** As {@code conflicting-duplicate}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the same bytes may be taken another time, after an upgrade or a repair; else they are at fault themselves. */
    public boolean isMendable() {
        return switch (this) {
            case UNKNOWN_SCHEMA, UNKNOWN_TYPE, UNKNOWN_SYMBOL, INCOMPATIBLE_SCHEMA, CHILD_TOO_LARGE, INTERNAL_ERROR ->
                true;
            case MISSING_KEY,
                    BAD_KEY,
                    KEY_DIFFERS,
                    TOMBSTONE,
                    OVERSIZED,
                    BAD_MAGIC,
                    WRONG_TOPIC,
                    BAD_BYTES,
                    WRONG_AGENCY,
                    BAD_TIME,
                    CONFLICTING_DUPLICATE -> false;
        };
    }

    /** The reason of that code; empty for the code of a later release. */
    public static Optional<DeadReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
