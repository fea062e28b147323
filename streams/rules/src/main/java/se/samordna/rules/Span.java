package se.samordna.rules;

import java.time.Instant;
import java.util.List;

/**
 * An interval {@code [from, to)} that a rule yields for an anchor. The rule need not drop empty ones or those still to
 * come: the engine takes the last one of an anchor that has begun and has a positive length.
 *
 * @param to {@link #NEVER} while nothing ends it
 * @param evidence the anchor's event and those the rule's row names
 * @param steps when the row's level rises, in time order; level 3 past due is added by the engine
 */
public record Span(Anchor anchor, Instant from, Instant to, Instant dueAt, List<Evidence> evidence, List<Step> steps) {

    /** Later than every instant of a record. */
    public static final Instant NEVER = Instant.MAX;

    Span(Anchor anchor, Instant from, Instant to, Instant dueAt, List<Evidence> evidence) {
        this(anchor, from, to, dueAt, evidence, List.of());
    }

    boolean begun(Instant now) {
        return !from.isAfter(now) && from.isBefore(to);
    }
}
