package se.samordna.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** Plays events and time to one child as the app around it does: a store, wake-ups, nothing judged that need not be. */
final class Replay {

    private final Decide decide;
    private final UUID childId;
    private final Map<UUID, Held> events = new HashMap<>();
    private final Map<Integer, byte[]> weeks = new HashMap<>();
    private Optional<byte[]> runs = Optional.empty();
    private final Measured measured = new Measured();
    private byte[] told = ToldBytes.write(Told.NOTHING);
    private Child child;
    private Told live = Told.NOTHING;
    private Optional<Instant> wakeUp = Optional.empty();
    private Optional<Instant> saved = Optional.empty();
    private Instant now = Instant.EPOCH;
    private Consumer<Effect.Tell> listener = tell -> {};

    Replay(Rules rules) {
        this(rules, Histories.CHILD);
    }

    Replay(Rules rules, UUID childId) {
        decide = new Decide(rules, Decide.DEFAULT_NAMESPACE);
        this.childId = childId;
        child = Child.empty(childId, Memory.COORDINATION);
    }

    /** Someone who hears all that is told on the way. */
    Replay heardBy(Consumer<Effect.Tell> who) {
        listener = who;
        return this;
    }

    void accept(Event event) {
        child.accept(event, now);
    }

    void decide() {
        Decision decision = decide.decide(child, now, live);
        live = decision.told();
        decision.effects().forEach(e -> {
            measured.hear(e);
            if (e instanceof Effect.Tell tell) {
                listener.accept(tell);
            }
        });
        wakeUp = decision.next();
        saved = decision.wakeUp();
        save();
    }

    /** Time passes; only what asked to be woken is judged. */
    void until(Instant then) {
        while (wakeUp.isPresent() && !wakeUp.get().isAfter(then)) {
            now = wakeUp.get();
            decide();
        }
        now = then.isAfter(now) ? then : now;
    }

    /** Time jumps, and only then is looked at what was due. */
    void jump(Instant then) {
        boolean due = wakeUp.isPresent() && !wakeUp.get().isAfter(then);
        now = then.isAfter(now) ? then : now;
        if (due) {
            decide();
        }
    }

    Instant now() {
        return now;
    }

    private void save() {
        Dirty dirty = child.drain();
        dirty.events().forEach(id -> child.held(id).ifPresentOrElse(h -> events.put(id, h), () -> events.remove(id)));
        dirty.weeks().forEach(w -> child.week(w).ifPresentOrElse(b -> weeks.put(w, b), () -> weeks.remove(w)));
        if (dirty.runs()) {
            runs = child.runs();
        }
        told = ToldBytes.write(live);
    }

    /** The app is killed after a commit and starts anew from its store. */
    void restart() {
        decide();
        child = Child.empty(childId, Memory.COORDINATION);
        events.values().forEach(child::restore);
        weeks.values().forEach(child::restoreWeek);
        runs.ifPresent(child::restoreRuns);
        child.restoreWakeUp(saved);
        live = ToldBytes.read(told);
    }

    /** How much is told when everything is judged again: nothing, if nothing was missed. */
    int missed() {
        return decide.decide(child, now, live.with(0, java.util.List.of()))
                .effects()
                .size();
    }

    TreeSet<String> lines() {
        TreeSet<String> lines = new TreeSet<>();
        for (Told.Entry e : live.entries()) {
            if (e.telling().status() != Status.WITHDRAWN) {
                lines.add(line(e));
            }
        }
        lines.addAll(measured.lines(now));
        return lines;
    }

    static String line(Told.Entry e) {
        return switch (e.telling()) {
            case Notice n ->
                String.join(
                        " ",
                        e.recipient().toString(),
                        n.code(),
                        n.alertId().toString(),
                        n.status().toString(),
                        n.dueAt().toString());
            case Alert a ->
                String.join(
                        " ",
                        e.recipient().toString(),
                        a.alertId().toString(),
                        a.rule().toString(),
                        a.municipality(),
                        a.status().toString(),
                        "level " + a.level(),
                        a.severity().toString(),
                        a.openedAt().toString(),
                        a.dueAt().toString(),
                        a.resolvedAt().map(Instant::toString).orElse("null"),
                        "overdue " + a.overdue(),
                        a.anchor(),
                        a.evidence().stream().map(Replay::evidence).toList().toString());
        };
    }

    private static String evidence(Evidence e) {
        return e.eventId()
                + e.type().map(t -> ":" + t).orElse("")
                + e.agency().map(g -> ":" + g).orElse("");
    }
}
