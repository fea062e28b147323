package se.samordna.rules.oracle;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import se.samordna.rules.oracle.Settled.E;

/** One interval of one anchor. {@code level} by instant, without "past due". */
record Found(
        String rule,
        E anchor,
        Instant from,
        Instant to,
        Instant due,
        List<E> evidence,
        Function<Instant, Integer> level) {

    static Found of(String rule, E anchor, Instant from, Instant to, Instant due, List<E> evidence) {
        return new Found(rule, anchor, from, to, due, evidence, t -> 1);
    }
}
