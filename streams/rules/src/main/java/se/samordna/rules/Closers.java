package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The instants of closing events by the id they close, for many openers over many closers. */
final class Closers {

    private final Map<String, List<Instant>> byId = new HashMap<>();

    /** Adds closers in order; those of one id must be added in one call. */
    <C extends Body> Closers add(List<Fact<C>> closers, Function<C, String> id) {
        for (Fact<C> c : closers) {
            byId.computeIfAbsent(id.apply(c.body()), k -> new ArrayList<>(1)).add(c.at());
        }
        return this;
    }

    /** The first at or after an instant; {@link Span#NEVER} if there is none. */
    Instant first(String id, Instant from) {
        List<Instant> instants = byId.getOrDefault(id, List.of());
        int i = Collections.binarySearch(instants, from);
        if (i >= 0) {
            return from;
        }
        return -i - 1 < instants.size() ? instants.get(-i - 1) : Span.NEVER;
    }
}
