package se.samordna.rules.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.samordna.rules.Agency;
import se.samordna.rules.oracle.Settled.E;

/**
 * One interval of one anchor. {@code level} by instant, without "past due"; {@code stages}: as it stood at an instant, if
 * due time or evidence change on the way; {@code members} of a plan.
 */
record Found(
        String rule,
        E anchor,
        Instant from,
        Instant to,
        Instant due,
        List<E> evidence,
        Function<Instant, Integer> level,
        String suffix,
        Optional<Function<Instant, Found>> stages,
        List<Agency> members) {

    Found(
            String rule,
            E anchor,
            Instant from,
            Instant to,
            Instant due,
            List<E> evidence,
            Function<Instant, Integer> level) {
        this(rule, anchor, from, to, due, evidence, level, "", Optional.empty(), List.of());
    }

    static Found of(String rule, E anchor, Instant from, Instant to, Instant due, List<E> evidence) {
        return new Found(rule, anchor, from, to, due, evidence, t -> 1);
    }

    Found suffixed(String end) {
        return new Found(rule, anchor, from, to, due, evidence, level, end, stages, members);
    }

    Found toldTo(List<Agency> agencies) {
        return new Found(rule, anchor, from, to, due, evidence, level, suffix, stages, agencies);
    }

    Found through(Function<Instant, Found> asOf) {
        return new Found(rule, anchor, from, to, due, evidence, level, suffix, Optional.of(asOf), members);
    }

    Found asOf(Instant e) {
        return stages.map(s -> s.apply(e)).orElse(this);
    }
}
