package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;

/** One child, as the app around it keeps it. */
final class House {
    private final UUID id;
    private final Decide decide;
    private final BiConsumer<House, Effect.Cross> out;
    private final Map<UUID, Held> events = new HashMap<>();
    private final Map<Integer, byte[]> weeks = new HashMap<>();
    private final Map<Crossing.Key, Kept> crossings = new HashMap<>();
    private Optional<byte[]> runs = Optional.empty();
    private final Measured measured = new Measured();
    private byte[] saved = ToldBytes.write(Told.NOTHING);
    private Child child;
    private Told told = Told.NOTHING;
    private final List<Effect.Tell> tellings = new ArrayList<>();
    private Optional<Instant> wakeUp = Optional.empty();
    private Optional<Instant> awaited = Optional.empty();
    private Instant now;

    private record Kept(Crossing crossing, long number) {}

    House(UUID id, Decide decide, Instant now, BiConsumer<House, Effect.Cross> out) {
        this.id = id;
        this.decide = decide;
        this.now = now;
        this.out = out;
        child = Child.empty(id, Memory.COORDINATION);
    }

    void judge() {
        Decision decision = decide.decide(child, now, told);
        told = decision.told();
        wakeUp = decision.next();
        awaited = decision.wakeUp();
        save();
        decision.effects().forEach(e -> {
            switch (e) {
                case Effect.Tell t -> tellings.add(t);
                case Effect.Cross c -> out.accept(this, c);
                case Effect.Measure m -> measured.hear(m);
            }
        });
    }

    private void save() {
        Dirty dirty = child.drain();
        dirty.events().forEach(e -> child.held(e).ifPresentOrElse(h -> events.put(e, h), () -> events.remove(e)));
        dirty.weeks().forEach(w -> child.week(w).ifPresentOrElse(b -> weeks.put(w, b), () -> weeks.remove(w)));
        dirty.crossings().forEach(k -> crossings.put(k, kept(k)));
        if (dirty.runs()) {
            runs = child.runs();
        }
        saved = ToldBytes.write(told);
    }

    private Kept kept(Crossing.Key key) {
        long number = child.kin().number(key);
        return switch (child.kin().get(key).orElseGet(() -> Crossing.nothing(key.kind(), key.child()))) {
            case SiblingTold s -> kept(CrossingBytes.write(s, number));
            case MergedInto m -> kept(CrossingBytes.write(m, number));
            case HistoryOf h -> new Kept(h, number);
        };
    }

    private static Kept kept(byte[] bytes) {
        return new Kept(CrossingBytes.read(bytes), CrossingBytes.number(bytes));
    }

    void restart() {
        child = Child.empty(id, Memory.COORDINATION);
        events.values().forEach(child::restore);
        weeks.values().forEach(child::restoreWeek);
        crossings.values().forEach(k -> child.kin().restore(k.crossing(), k.number()));
        runs.ifPresent(child::restoreRuns);
        child.restoreWakeUp(awaited);
        told = ToldBytes.read(saved);
    }

    TreeSet<String> lines() {
        TreeSet<String> lines = new TreeSet<>();
        told.entries().stream()
                .filter(e -> e.telling().status() != Status.WITHDRAWN)
                .forEach(e -> lines.add(Replay.line(e)));
        lines.addAll(measured.lines(now));
        return lines;
    }

    long missed() {
        return decide.decide(child, now, told.with(0, List.of())).effects().size();
    }

    UUID id() {
        return id;
    }

    Instant now() {
        return now;
    }

    /** The clock, which never runs backwards. */
    void tick(Instant at) {
        now = at.isAfter(now) ? at : now;
    }

    /** {@link Span#NEVER} if never. */
    Instant wakeUp() {
        return wakeUp.orElse(Span.NEVER);
    }

    Child child() {
        return child;
    }

    Told told() {
        return told;
    }

    List<Effect.Tell> tellings() {
        return tellings;
    }
}
