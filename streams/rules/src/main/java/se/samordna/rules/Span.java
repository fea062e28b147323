package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An interval {@code [from, to)} that a rule yields for an anchor. The rule need not drop empty ones or those still to
 * come: the engine takes the last one of an anchor that has begun and has a positive length.
 *
 * @param to {@link #NEVER} while nothing ends it
 * @param evidence the anchor's event and those the rule's row names
 * @param steps when the row's level rises, in time order; level 3 past due is added by the engine
 * @param severity this anchor's own; empty: the rule's
 * @param notes what recipients are told whom the rule names by alert, in time order
 * @param stages how due time and evidence changed on the way, in time order; empty: never
 */
public record Span(
        Anchor anchor,
        Instant from,
        Instant to,
        Instant dueAt,
        List<Evidence> evidence,
        List<Step> steps,
        Optional<Severity> severity,
        List<Note> notes,
        List<Stage> stages) {

    /** Later than every instant of a record. */
    public static final Instant NEVER = Instant.MAX;

    /** From {@code at} on the alert has this due time and evidence. */
    record Stage(Instant at, Instant dueAt, List<Evidence> evidence) {}

    Span(Anchor anchor, Instant from, Instant to, Instant dueAt, List<Evidence> evidence) {
        this(anchor, from, to, dueAt, evidence, List.of());
    }

    Span(Anchor anchor, Instant from, Instant to, Instant dueAt, List<Evidence> evidence, List<Step> steps) {
        this(anchor, from, to, dueAt, evidence, steps, Optional.empty(), List.of(), List.of());
    }

    Span of(Severity own) {
        return new Span(anchor, from, to, dueAt, evidence, steps, Optional.of(own), notes, stages);
    }

    Span telling(List<Note> notes) {
        return new Span(anchor, from, to, dueAt, evidence, steps, severity, notes, stages);
    }

    Span through(List<Stage> stages) {
        return new Span(anchor, from, to, dueAt, evidence, steps, severity, notes, stages);
    }

    boolean begun(Instant now) {
        return !from.isAfter(now) && from.isBefore(to);
    }

    /** As it stood at an instant. */
    Span asOf(Instant e) {
        for (Stage stage : stages.reversed()) {
            if (!stage.at().isAfter(e)) {
                return new Span(anchor, from, to, stage.dueAt(), stage.evidence(), steps, severity, notes, List.of());
            }
        }
        return this;
    }

    /** The code told to a recipient that the rule names by alert. */
    Optional<String> told(Agency to, Instant now) {
        return notes.reversed().stream()
                .filter(n -> n.to() == to && !n.from().isAfter(now))
                .map(Note::code)
                .findFirst();
    }
}
