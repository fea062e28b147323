package se.samordna.kit.intake;

/**
 * One thing that is wrong with an event.
 *
 * @param field the JSON field, with the place in a list where there is one ({@code reasons[2]}); {@code $} is the event
 *     as a whole, and {@code ?} a field whose own name must not be repeated
 * @param code what is wrong
 */
public record Fault(String field, FaultCode code) {

    /** The event as a whole. */
    public static final String WHOLE = "$";
}
