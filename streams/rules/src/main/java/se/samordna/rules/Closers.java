package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The closing events by the id they close, for many openers over many closers; one that names no id closes any. */
public final class Closers {

    private static final String ANY = "";

    private final Map<String, List<Fact<?>>> byId = new HashMap<>();

    /** Adds closers of one type, by the id they name. */
    public <C extends Body> Closers add(List<Fact<C>> closers, Function<C, String> id) {
        for (Fact<C> c : closers) {
            insert(byId.computeIfAbsent(id.apply(c.body()), k -> new ArrayList<>(1)), c);
        }
        return this;
    }

    /** Adds closers of a type that may leave the id out. */
    public <C extends Body> Closers addOptional(List<Fact<C>> closers, Function<C, Optional<String>> id) {
        return add(closers, c -> id.apply(c).orElse(ANY));
    }

    /** Adds closers of a type that names no id. */
    public <C extends Body> Closers addAny(List<Fact<C>> closers) {
        return add(closers, c -> ANY);
    }

    private static void insert(List<Fact<?>> list, Fact<?> c) {
        int i = Collections.binarySearch(list, c, Order.FACTS);
        list.add(i < 0 ? -i - 1 : i, c);
    }

    /** The first at or after an instant; {@link Span#NEVER} if there is none. */
    public Instant first(String id, Instant from) {
        Instant named = firstOf(id, from);
        Instant any = ANY.equals(id) ? named : firstOf(ANY, from);
        return named.isBefore(any) ? named : any;
    }

    /** The first that closes any, at or after an instant; {@link Span#NEVER} if there is none. */
    public Instant first(Instant from) {
        return firstOf(ANY, from);
    }

    private Instant firstOf(String id, Instant from) {
        List<Fact<?>> list = byId.getOrDefault(id, List.of());
        int i = Facts.countBefore(list, from);
        return i < list.size() ? list.get(i).at() : Span.NEVER;
    }

    /** When an event is closed; {@link Span#NEVER} while it is not. */
    public Instant closing(String id, Fact<?> x) {
        return closer(id, x).map(Fact::at).orElse(Span.NEVER);
    }

    /** What closes an event: the first at or after it; of the event's own type, the first after it in order. */
    public Optional<Fact<?>> closer(String id, Fact<?> x) {
        Optional<Fact<?>> named = closerOf(id, x);
        Optional<Fact<?>> any = ANY.equals(id) ? named : closerOf(ANY, x);
        return named.isEmpty()
                ? any
                : named.filter(n -> any.isEmpty() || Order.FACTS.compare(n, any.get()) < 0)
                        .or(() -> any);
    }

    private Optional<Fact<?>> closerOf(String id, Fact<?> x) {
        List<Fact<?>> list = byId.getOrDefault(id, List.of());
        for (int i = Facts.countBefore(list, x.at()); i < list.size(); i++) {
            Fact<?> c = list.get(i);
            if (c.body().getClass() != x.body().getClass() || Order.FACTS.compare(c, x) > 0) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }
}
