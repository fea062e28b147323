package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The facts that stand, by type and in order, those of the future too. */
final class Standing {

    private final Map<UUID, Fact<?>> byId = new HashMap<>();
    private final Map<Class<? extends Body>, ArrayList<Fact<?>>> byType = new HashMap<>();
    private int protecting;
    private int gated;
    private int links;
    private int merges;

    Optional<Fact<?>> get(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Iterable<Fact<?>> all() {
        return byId.values();
    }

    void put(Fact<?> fact) {
        byId.put(fact.id(), fact);
        ArrayList<Fact<?>> list = byType.computeIfAbsent(fact.body().getClass(), t -> new ArrayList<>(2));
        int at = Collections.binarySearch(list, fact, Order.FACTS);
        list.add(-at - 1, fact);
        count(fact, 1);
    }

    void remove(Fact<?> fact) {
        byId.remove(fact.id());
        ArrayList<Fact<?>> list = typed(fact.body().getClass());
        list.remove(Collections.binarySearch(list, fact, Order.FACTS));
        count(fact, -1);
    }

    private void count(Fact<?> fact, int by) {
        protecting += protects(fact) ? by : 0;
        gated += fact.event().ground().isConditional() ? by : 0;
        links += fact.body() instanceof SocialFact.SiblingLinked || fact.body() instanceof SocialFact.SiblingUnlinked
                ? by
                : 0;
        merges += fact.body() instanceof SharedFact.IdentityMerged ? by : 0;
    }

    /** Whether a fact links the child with a sibling or parts them, now or in the future. */
    boolean links() {
        return links > 0;
    }

    /** Whether a fact says that another child is this one, now or in the future. */
    boolean merges() {
        return merges > 0;
    }

    /** The facts of a type that are effective at {@code now}. */
    @SuppressWarnings("unchecked") // a list under B holds facts of B only
    <B extends Body> List<Fact<B>> of(Class<B> type, Instant now) {
        ArrayList<Fact<?>> list = typed(type);
        return (List<Fact<B>>) (List<?>) list.subList(0, effective(list, now));
    }

    /** The facts of a type that come after {@code now}. */
    @SuppressWarnings("unchecked") // as above
    <B extends Body> List<Fact<B>> after(Class<B> type, Instant now) {
        ArrayList<Fact<?>> list = typed(type);
        return (List<Fact<B>>) (List<?>) list.subList(effective(list, now), list.size());
    }

    /** The facts of a type, those of the future too. */
    List<Fact<?>> ofType(Class<? extends Body> type) {
        return typed(type);
    }

    boolean has(Class<? extends Body> type) {
        return !typed(type).isEmpty();
    }

    /** The event time of the first fact of a type after {@code now}; {@link Span#NEVER} if there is none. */
    Instant next(Class<? extends Body> type, Instant now) {
        ArrayList<Fact<?>> list = typed(type);
        int effective = effective(list, now);
        return effective < list.size() ? list.get(effective).at() : Span.NEVER;
    }

    /** The event time of the first fact of any type after {@code now}; {@link Span#NEVER} if there is none. */
    Instant next(Instant now) {
        Earliest next = new Earliest(now);
        for (ArrayList<Fact<?>> list : byType.values()) {
            int effective = effective(list, now);
            if (effective < list.size()) {
                next.add(list.get(effective).at());
            }
        }
        return next.instant();
    }

    /** The facts with an event time after {@code after} and not after {@code now}. */
    void between(Instant after, Instant now, Consumer<Fact<?>> each) {
        for (ArrayList<Fact<?>> list : byType.values()) {
            list.subList(effective(list, after), effective(list, now)).forEach(each);
        }
    }

    /** Whether the gate may hold any fact. */
    boolean isGated() {
        return gated > 0;
    }

    /** The first instant at which a fact says the child is protected; {@link Span#NEVER} if none does. */
    Instant protectedFrom() {
        Instant first = Span.NEVER;
        if (protecting > 0) {
            for (Fact<?> fact : byId.values()) {
                first = protects(fact) && fact.at().isBefore(first) ? fact.at() : first;
            }
        }
        return first;
    }

    private ArrayList<Fact<?>> typed(Class<? extends Body> type) {
        ArrayList<Fact<?>> list = byType.get(type);
        return list == null ? EMPTY : list;
    }

    // How many come at or before now.
    private static int effective(ArrayList<Fact<?>> list, Instant now) {
        int size = list.size();
        if (size == 0 || !list.get(size - 1).at().isAfter(now)) {
            return size;
        }
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).at().isAfter(now)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean protects(Fact<?> fact) {
        return fact.event().protectedIdentity() != ProtectedIdentity.NONE;
    }

    private static final ArrayList<Fact<?>> EMPTY = new ArrayList<>(0);
}
