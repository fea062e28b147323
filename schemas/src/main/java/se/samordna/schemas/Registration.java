package se.samordna.schemas;

/** What became of one subject when the schemas were put into the registry. */
public sealed interface Registration {

    /** The subject: topic and record name. */
    String subject();

    /**
     * The schema is new there.
     *
     * @param id what the registry calls it in the bytes of every record
     */
    record Registered(String subject, int id) implements Registration {}

    /** It was there already. */
    record Unchanged(String subject, int id) implements Registration {}

    /**
     * The registry holds a version that this one is not compatible with, both ways and transitively.
     *
     * @param reason the registry's words
     */
    record Incompatible(String subject, String reason) implements Registration {}

    /** The registry answered and said no, for another reason: not allowed, no such API. */
    record Refused(String subject, int status, String reason) implements Registration {}

    /** The registry did not answer, or not as one in health. Nothing after this subject was tried. */
    record RegistryAway(String subject, String reason) implements Registration {}

    /** Whether the schema is there now. */
    default boolean isThere() {
        return switch (this) {
            case Registered registered -> true;
            case Unchanged unchanged -> true;
            case Incompatible incompatible -> false;
            case Refused refused -> false;
            case RegistryAway away -> false;
        };
    }
}
