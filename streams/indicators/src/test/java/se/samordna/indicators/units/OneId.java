package se.samordna.indicators.units;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.samordna.indicators.cells.Contributions;
import se.samordna.rules.Child;
import se.samordna.rules.Crossing;
import se.samordna.rules.Dirty;
import se.samordna.rules.Effect;
import se.samordna.rules.Event;
import se.samordna.rules.Held;
import se.samordna.rules.Memory;
import se.samordna.rules.SameChild;
import se.samordna.rules.Told;
import se.samordna.rules.ToldBytes;

/** One id as the application keeps it, with a clock and a store of its own. */
final class OneId {

    private final UUID id;
    private final Tally tally;
    private final Contributions cells;
    private final Map<UUID, Held> events = new HashMap<>();
    private final Map<Integer, byte[]> weeks = new HashMap<>();
    private final Map<Crossing.Key, Numbered> crossings = new HashMap<>();
    private Optional<byte[]> runs = Optional.empty();
    private Child child;
    private ChildSums sums = ChildSums.NONE;
    private Told told = Told.NOTHING;
    private Instant now;

    private record Numbered(Crossing crossing, long number) {}

    OneId(UUID id, Tally tally, Contributions cells, Instant now) {
        this.id = id;
        this.tally = tally;
        this.cells = cells;
        this.now = now;
        child = Child.empty(id, Memory.INDICATORS);
    }

    List<Effect.Cross> accept(Event event) {
        child.accept(event, now);
        sums = tally.accepted(child, sums, event, now, cells);
        return tell();
    }

    List<Effect.Cross> accept(Effect.Cross from, Instant at) {
        now = at.isAfter(now) ? at : now;
        child.kin().accept(from.crossing(), from.number(), from.cause());
        sums = tally.told(child, sums, now, cells);
        return tell();
    }

    /** Time passes; it is looked at when it asked to be, and then. */
    List<Effect.Cross> until(Instant then) {
        var said = new ArrayList<Effect.Cross>();
        for (Instant at = wakeUp(); at.isAfter(now) && at.isBefore(then); at = wakeUp()) {
            said.addAll(timeCame(at));
        }
        said.addAll(timeCame(then));
        return said;
    }

    private List<Effect.Cross> timeCame(Instant at) {
        now = at.isAfter(now) ? at : now;
        if (wakeUp().isAfter(now)) {
            return List.of();
        }
        sums = tally.timeCame(child, sums, now, cells);
        return tell();
    }

    private Instant wakeUp() {
        return Tally.wakeUp(child, sums).orElse(Instant.MAX);
    }

    private List<Effect.Cross> tell() {
        SameChild.Said said = new SameChild(child, now).tell(told, () -> ChildSumsBytes.forgotten(sums));
        told = said.told();
        save();
        return said.crossings();
    }

    private void save() {
        Dirty dirty = child.drain();
        dirty.events().forEach(e -> child.held(e).ifPresentOrElse(held -> events.put(e, held), () -> events.remove(e)));
        dirty.weeks().forEach(w -> child.week(w).ifPresentOrElse(week -> weeks.put(w, week), () -> weeks.remove(w)));
        dirty.crossings()
                .forEach(key -> crossings.put(
                        key,
                        new Numbered(
                                child.kin().get(key).orElseGet(() -> Crossing.nothing(key.kind(), key.child())),
                                child.kin().number(key))));
        if (dirty.runs()) {
            runs = child.runs();
        }
    }

    /** All but what was saved is gone. */
    void restart() {
        child = Child.empty(id, Memory.INDICATORS);
        events.values().forEach(child::restore);
        weeks.values().forEach(child::restoreWeek);
        crossings.values().forEach(told -> child.kin().restore(told.crossing, told.number));
        runs.ifPresent(child::restoreRuns);
        sums = ChildSumsBytes.read(ChildSumsBytes.write(sums));
        told = ToldBytes.read(ToldBytes.write(told));
    }

    UUID id() {
        return id;
    }

    Instant now() {
        return now;
    }

    ChildSums sums() {
        return sums;
    }
}
