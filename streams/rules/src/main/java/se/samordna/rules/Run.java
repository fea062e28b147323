package se.samordna.rules;

import java.time.Instant;
import java.util.List;

/**
 * A run of high absence: from the end of its first high day to the end of the next day that counts and is not high.
 *
 * @param to {@link Span#NEVER} while none has come
 * @param anchor the first record, in order, of its first day
 * @param levels when each level came
 */
public record Run(Instant from, Instant to, Anchor anchor, List<Step> levels) {}
