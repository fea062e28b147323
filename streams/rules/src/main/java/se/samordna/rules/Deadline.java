package se.samordna.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * "D of Rnn" of the indicators: an anchor of a deadline rule, whether or not an alert came.
 *
 * @param dueAt the last due time, extensions included
 * @param closedAt the closing instant, if it has come
 */
public record Deadline(Fact<?> anchor, Instant dueAt, Optional<Instant> closedAt) {

    static Deadline of(Fact<?> anchor, Instant dueAt, Instant to) {
        return new Deadline(anchor, dueAt, Optional.of(to).filter(t -> !t.equals(Span.NEVER)));
    }
}
