package se.samordna.cli.whatif;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import se.samordna.rules.Alert;
import se.samordna.rules.Child;
import se.samordna.rules.Decide;
import se.samordna.rules.Memory;
import se.samordna.rules.Rules;
import se.samordna.streams.Signal;

/**
 * The children of one partition as coordination would hold them had it always had the one settings, and in the same memory
 * the other where both remember alike. Fed in the order of the log. What an alert finally is does not depend on when it
 * was judged, so none is until the end. For one thread.
 */
final class Past {

    private final Side before;
    private final Side after;
    private final boolean alike;
    private long clock;

    /** The rules under one settings, with the children as they are remembered under them. */
    private record Side(Decide decide, Memory memory, Map<UUID, Held> children) {
        static Side of(Rules rules, UUID namespace) {
            return new Side(new Decide(rules, namespace), rules.memory(), new HashMap<>());
        }

        Held child(UUID id) {
            return children.computeIfAbsent(id, key -> new Held(Child.empty(key, memory)));
        }
    }

    /** A child with the greatest timestamp of its own records, which moves its clock. */
    private static final class Held {
        private final Child child;
        private long seen;

        Held(Child child) {
            this.child = child;
        }

        Instant now(long clock) {
            return Instant.ofEpochMilli(Math.max(clock, seen));
        }

        void take(Signal.OfOther signal, long clock) {
            seen = Math.max(seen, signal.origin().timestamp());
            child.kin().accept(signal.crossing(), signal.number(), signal.cause());
            child.changes().clear(); // nobody judges by them
            child.drain(); // nobody saves
        }

        void take(Signal.OfChild signal, long clock) {
            child.forget(now(clock)); // as a wake-up in between would have
            seen = Math.max(seen, signal.origin().timestamp());
            child.accept(signal.event(), now(clock));
            child.changes().clear(); // nobody judges by them
            child.drain(); // nobody saves
            child.forget(now(clock));
        }
    }

    /** What one child's alerts are under either settings. */
    record Both(List<Alert> before, List<Alert> after) {}

    Past(UUID namespace, Rules before, Rules after) {
        this.before = Side.of(before, namespace);
        this.after = Side.of(after, namespace);
        alike = before.memory().equals(after.memory());
    }

    void take(Signal signal) {
        switch (signal) {
            case Signal.Tick(Instant at) -> clock = Math.max(clock, at.toEpochMilli());
            case Signal.OfChild event -> {
                UUID id = event.event().childId();
                before.child(id).take(event, clock);
                if (!alike) {
                    after.child(id).take(event, clock);
                }
            }
            case Signal.OfRules _ -> throw new IllegalStateException("what indicators are told is no part of the past");
            case Signal.OfOther told -> { // as it was told: what children tell each other hangs on no setting
                before.child(told.child()).take(told, clock);
                if (!alike) {
                    after.child(told.child()).take(told, clock);
                }
            }
        }
    }

    /** Gives every child's alerts that exist now. */
    void alerts(Consumer<Both> each) {
        before.children.forEach((id, held) -> {
            Held other = alike ? held : after.child(id);
            each.accept(new Both(alerts(before.decide, held), alerts(after.decide, other)));
        });
    }

    private List<Alert> alerts(Decide decide, Held held) {
        Instant now = held.now(clock);
        held.child.forget(now);
        return decide.alerts(held.child, now);
    }

    /** The clock of the partition. */
    Instant clock() {
        return Instant.ofEpochMilli(clock);
    }
}
