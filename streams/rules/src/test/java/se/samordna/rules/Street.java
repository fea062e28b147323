package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Several children, each with a clock and a store of its own, and what they tell each other on its way: late by chance, but
 * in order from one to another. By chance too a child fails at what it is told, and is told it again later.
 */
final class Street {

    private record Way(UUID from, UUID to) {}

    private record Parcel(Effect.Cross cross, Instant at) {}

    private final Decide decide;
    private final Map<UUID, House> houses = new TreeMap<>(Order.IDS);
    private final Map<Way, Deque<Parcel>> underway = new LinkedHashMap<>();
    private final List<Parcel> failed = new ArrayList<>();
    private final Random random;
    private final boolean fails;
    private Instant begin;
    private int parcels;

    /** A street where children fail now and then. */
    Street(Random random, Instant begin) {
        this(random, begin, Rules.standard(), true);
    }

    /** A street where none does. */
    Street(Random random, Instant begin, Rules rules) {
        this(random, begin, rules, false);
    }

    private Street(Random random, Instant begin, Rules rules, boolean fails) {
        decide = new Decide(rules, Decide.DEFAULT_NAMESPACE);
        this.random = random;
        this.begin = begin;
        this.fails = fails;
    }

    private House house(UUID id) {
        return houses.computeIfAbsent(id, i -> new House(i, decide, begin, this::send));
    }

    private void send(House from, Effect.Cross c) {
        parcels++;
        underway.computeIfAbsent(new Way(from.id(), c.target()), w -> new ArrayDeque<>())
                .add(new Parcel(c, from.now()));
    }

    void accept(Event event) {
        House house = house(event.childId());
        house.child().accept(event, house.now());
        house.judge();
    }

    /** One of the parcels that may come next, if any is underway. */
    boolean deliver() {
        List<Way> ways = underway.entrySet().stream()
                .filter(w -> !w.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (ways.isEmpty()) {
            return false;
        }
        Way way = ways.get(random.nextInt(ways.size()));
        Parcel parcel = underway.getOrDefault(way, new ArrayDeque<>()).remove();
        if (fails && random.nextInt(8) == 0) {
            failed.add(parcel);
        } else {
            arrive(parcel);
        }
        return true;
    }

    private void arrive(Parcel parcel) {
        House house = house(parcel.cross.target());
        house.tick(parcel.at);
        house.child().kin().accept(parcel.cross.crossing(), parcel.cross.number(), parcel.cross.cause());
        house.judge();
    }

    /** Puts back some of what failed, in any order. */
    private boolean replay() {
        Collections.shuffle(failed, random);
        List<Parcel> again = List.copyOf(failed);
        failed.clear();
        again.forEach(this::arrive);
        return !again.isEmpty();
    }

    void restartOne() {
        List<House> all = List.copyOf(houses.values());
        if (!all.isEmpty()) {
            all.get(random.nextInt(all.size())).restart();
        }
    }

    /** Time passes for all; only what asked to be woken is judged, and parcels come in between. */
    void until(Instant then) {
        while (true) {
            Optional<House> next = houses.values().stream()
                    .filter(h -> !h.wakeUp().isAfter(then))
                    .min(Comparator.comparing(House::wakeUp));
            if (next.isEmpty()) {
                break;
            }
            House house = next.get();
            house.tick(house.wakeUp());
            house.judge();
            while (random.nextInt(3) > 0 && deliver()) {
                continue;
            }
        }
        houses.values().forEach(h -> h.tick(then));
        begin = then;
    }

    /** All parcels arrive, and what they bring about. */
    void settle(Instant then) {
        do {
            until(then);
        } while (deliver() || replay());
    }

    Told told(UUID id) {
        return house(id).told();
    }

    /** Everything told of a child so far, first to last. */
    List<Effect.Tell> tellings(UUID id) {
        return house(id).tellings();
    }

    Child child(UUID id) {
        return house(id).child();
    }

    int parcels() {
        return parcels;
    }

    Collection<UUID> children() {
        return houses.keySet();
    }

    Map<UUID, TreeSet<String>> lines() {
        Map<UUID, TreeSet<String>> lines = new TreeMap<>();
        houses.forEach((id, house) -> lines.put(id, house.lines()));
        return lines;
    }

    long missed() {
        return houses.values().stream().mapToLong(House::missed).sum();
    }
}
