package se.samordna.indicators.units;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Effect;
import se.samordna.rules.Event;

/** Several ids, and what they tell each other on its way: late by chance, in order from one to another. */
final class SeveralIds {

    private record Way(UUID from, UUID to) {}

    private record Parcel(Effect.Cross what, Instant at) {}

    private final Map<UUID, OneId> ids = new LinkedHashMap<>();
    private final Map<Way, Deque<Parcel>> underway = new LinkedHashMap<>();
    private final Counted counted = Counted.nothing();
    private final Random random;
    private final Instant begin;
    private final Tally tally;
    private int parcels;

    SeveralIds(Tally tally, Random random, Instant begin) {
        this.tally = tally;
        this.random = random;
        this.begin = begin;
    }

    private OneId of(UUID id) {
        return ids.computeIfAbsent(id, i -> new OneId(i, tally, counted, begin));
    }

    /** An event arrives when the clock of its partition shows {@code now}; the others' may be behind. */
    void accept(Event event, Instant now) {
        OneId of = of(event.childId());
        send(of, of.until(now));
        send(of, of.accept(event));
    }

    private void send(OneId from, List<Effect.Cross> all) {
        for (Effect.Cross each : all) {
            parcels++;
            underway.computeIfAbsent(new Way(from.id(), each.target()), way -> new ArrayDeque<>())
                    .add(new Parcel(each, from.now()));
        }
    }

    /** One of those that may come next, if any is underway. */
    boolean deliver() {
        List<Way> ways = underway.entrySet().stream()
                .filter(way -> !way.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (ways.isEmpty()) {
            return false;
        }
        Way way = ways.get(random.nextInt(ways.size()));
        Parcel parcel = Objects.requireNonNull(underway.get(way)).remove();
        OneId to = of(way.to);
        send(to, to.accept(parcel.what, parcel.at));
        return true;
    }

    /** All that is underway arrives, and what that brings about; every clock shows {@code now}. */
    void settle(Instant now) {
        do {
            List.copyOf(ids.values()).forEach(id -> send(id, id.until(now)));
        } while (deliver());
    }

    void restartOne() {
        List<OneId> all = List.copyOf(ids.values());
        if (!all.isEmpty()) {
            all.get(random.nextInt(all.size())).restart();
        }
    }

    int parcels() {
        return parcels;
    }

    /** When time alone changes something of any of them. */
    Optional<Instant> wakeUp() {
        return ids.values().stream().flatMap(id -> id.sums().wakeUp().stream()).min(Instant::compareTo);
    }

    /** Whether an id adds nothing to any cell. */
    boolean addsNothing(UUID id) {
        return of(id).sums().told().isEmpty();
    }

    /** Every cell that is not empty: what it is, where and when, and its figure. */
    Map<String, String> cells(Instant now) {
        var cells = new TreeMap<String, String>();
        Exact.cells(counted, Optional.of(now))
                .forEach((key, figure) ->
                        cells.put(key.indicator() + " " + key.municipality() + " " + key.period(), print(figure)));
        return cells;
    }

    static String print(Figure figure) {
        String median =
                figure.median().isPresent() ? " median " + figure.median().getAsLong() : "";
        return figure.num() + "/" + figure.den() + median;
    }
}
