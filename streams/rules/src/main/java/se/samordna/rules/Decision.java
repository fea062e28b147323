package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a child's facts at an instant.
 *
 * @param told what has been told once the effects are carried out; the same instance if nothing of it changed
 * @param wakeUp the least later instant at which anything may change without a new event, but for {@code nextLine}
 * @param nextLine when the next plain line of attendance comes into force; not worth remembering, the lines tell it again
 */
public record Decision(List<Effect> effects, Told told, Optional<Instant> wakeUp, Optional<Instant> nextLine) {

    /** The least later instant at which to decide again. */
    public Optional<Instant> next() {
        return nextLine.filter(at -> wakeUp.isEmpty() || at.isBefore(wakeUp.get()))
                .or(() -> wakeUp);
    }
}
