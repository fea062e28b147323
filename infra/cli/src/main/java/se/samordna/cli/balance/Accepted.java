package se.samordna.cli.balance;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import se.samordna.cli.dlq.Place;
import se.samordna.rules.Action;
import se.samordna.rules.Agency;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.GateStatus;
import se.samordna.rules.Memory;
import se.samordna.rules.Outcome;
import se.samordna.rules.Repeats;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.Span;
import se.samordna.rules.Timeline;
import se.samordna.streams.Signal;

/**
 * The events of one partition as its log has them, each id once, and what becomes of each by the rules' own intake and
 * gate. Fed in the order of the log; for one thread.
 */
final class Accepted {

    private static final String TOO_LATE = "TOO_LATE_FOR_ALERTS";
    private static final String FAULT = "DEAD_LETTERED";
    private static final String RELEASED = "RELEASED";

    private final Set<Place> faults;
    private final Map<UUID, Held> children = new HashMap<>();
    private long clock;

    /** An event, and what became of it: DEAD_LETTERED, RELEASED, or why it is held. */
    record Fate(Agency agency, Instant receivedAt, String what) {}

    private static final class Held {
        private final Child child;
        private final Map<UUID, One> events = new HashMap<>();
        private long seen;

        Held(UUID id) {
            child = Child.empty(id, Memory.COORDINATION);
        }
    }

    private static final class One {
        private final Agency agency;
        private Instant receivedAt;
        private boolean taken;
        private boolean late;
        private Instant knownUntil = Instant.MIN; // of one that is accounted for and not held

        One(Event event) {
            agency = event.agency();
            receivedAt = event.receivedAt();
        }
    }

    /** @param faults the records at which coordination failed */
    Accepted(Set<Place> faults) {
        this.faults = faults;
    }

    void take(Signal signal, ConsumerRecord<?, ?> record) {
        switch (signal) {
            case Signal.Tick(Instant at) -> clock = Math.max(clock, at.toEpochMilli());
            case Signal.OfChild of -> take(of.event(), record);
            case Signal.OfOther told -> {
                Held held = held(told.child(), record);
                held.child.kin().accept(told.crossing(), told.number(), told.cause());
                settle(held);
            }
            case Signal.OfRules _ -> throw new IllegalStateException("what indicators are told is no event");
        }
    }

    private void take(Event event, ConsumerRecord<?, ?> record) {
        Held held = held(event.childId(), record);
        boolean fault = faults.contains(new Place(record.topic(), record.partition(), record.offset()));
        Instant now = now(held);
        Outcome outcome = fault ? Outcome.DUPLICATE : held.child.accept(event, now);
        if (!(event.body() instanceof Action) && !Repeats.mayBe(held.child, event, now, id -> isKnown(held, id))) {
            One one = held.events.computeIfAbsent(event.eventId(), _ -> new One(event));
            if (event.receivedAt().isBefore(one.receivedAt)) {
                one.receivedAt = event.receivedAt();
            }
            one.taken |= !fault;
            one.late = outcome instanceof Outcome.TooLate
                    || outcome instanceof Outcome.Forgotten
                    || one.late && !(outcome instanceof Outcome.Stored);
            one.knownUntil = knownUntil(held, event, fault);
        }
        settle(held);
    }

    /** Whether coordination knows that it came though it does not hold it, as its receipts do. */
    private boolean isKnown(Held held, UUID event) {
        One one = held.events.get(event);
        return one != null && Instant.ofEpochMilli(clock).isBefore(one.knownUntil);
    }

    private static Instant knownUntil(Held held, Event event, boolean fault) {
        if (held.child.find(event.eventId()).isPresent()) {
            return Instant.MIN;
        }
        return fault && !(event.body() instanceof AttendanceReported) ? Span.NEVER : Repeats.from(event);
    }

    private Held held(UUID child, ConsumerRecord<?, ?> record) {
        Held held = children.computeIfAbsent(child, Held::new);
        held.child.forget(now(held)); // as a wake-up in between would have
        held.seen = Math.max(held.seen, record.timestamp());
        return held;
    }

    private void settle(Held held) {
        held.child.changes().clear(); // nobody judges by them
        held.child.drain(); // nobody saves
        held.child.forget(now(held));
    }

    private Instant now(Held held) {
        return Instant.ofEpochMilli(Math.max(clock, held.seen));
    }

    /** What became of every event; nothing of it tells of a child. */
    void fates(Consumer<Fate> to) {
        children.values().forEach(held -> {
            Instant now = now(held);
            Child whole = held.child.kin().whole(now);
            held.events.forEach(
                    (id, one) -> to.accept(new Fate(one.agency, one.receivedAt, fate(whole, now, id, one))));
        });
    }

    private static String fate(Child child, Instant now, UUID id, One one) {
        if (!one.taken) {
            return FAULT;
        }
        return one.late
                ? TOO_LATE
                : Timeline.of(child, now, id)
                        .map(status -> status instanceof GateStatus.Held(var why) ? why.name() : RELEASED)
                        .orElse(RELEASED); // a line forgotten, when it had done what it could
    }

    static boolean isReleased(String fate) {
        return fate.equals(RELEASED);
    }

    static boolean isFault(String fate) {
        return fate.equals(FAULT);
    }
}
