package se.samordna.kit.intake;

/**
 * What JSON held where it is neither a string ({@link String}), a whole number ({@link Long}), a flag ({@link Boolean})
 * nor a list ({@link java.util.List} of these).
 */
enum Raw {
    ABSENT,
    NULL,
    FRACTION,
    /** A whole number beyond 64 bits. */
    HUGE,
    /** An object, or a list in a list. */
    NESTED
}
