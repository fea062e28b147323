package se.samordna.schemas;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A UUID as people and systems send it: all its 36 characters (RFC 9562, 4). {@link UUID#fromString} takes shorter ones, too,
 * and makes of them what nobody sent.
 */
public final class UuidText {

    /** As a regular expression, in either case. */
    public static final String FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private UuidText() {}

    /** Whether a text is one. */
    public static boolean is(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** The UUID of a text; empty if it is none. */
    public static Optional<UUID> read(String text) {
        return is(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
