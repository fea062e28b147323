package se.samordna.streams;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Outcome;
import se.samordna.rules.Repeats;
import se.samordna.rules.SchoolFact;
import se.samordna.rules.Span;

/**
 * Which of the agencies' events an application has accounted for, as numbers: each event once, however often it came, by
 * the least instant it was received at (I29). Held, released, too late for alerts, put away for a fault of ours: all of it
 * is accounted for; what is lost is not. Two applications keep such books of the same topics, each by what itself did.
 *
 * <p>An event costs a few nanoseconds: it is counted in memory, and what changed is written once per {@link #save commit}.
 * What is held is known again by the child; of what is accounted for and not held, which is rare, the ids are kept as
 * long as it could come again. For one thread.
 */
public final class Receipts {

    /** The store's name. */
    public static final String NAME = "receipts";

    private final Counts counts;
    private final NotHeld notHeld;

    /** @param store of a task, restored */
    public Receipts(KeyValueStore<Bytes, byte[]> store) {
        counts = new Counts(store);
        notHeld = new NotHeld(store);
    }

    /** After a child took an agency's event in. */
    public void took(Child child, Event event, Outcome outcome, Instant now) {
        if (!Repeats.isFirst(event, now) && Repeats.mayBe(child, event, now, id -> notHeld.has(child.childId(), id))) {
            return;
        }
        switch (outcome) {
            case Outcome.Stored _ -> held(event);
            case Outcome.Duplicate _, Outcome.Conflict _ ->
                child.replaced().ifPresent(later -> {
                    counts.add(later.agency(), later.municipality(), later.receivedAt(), -1);
                    counts.add(event, 1);
                });
            case Outcome.TooLate _ -> {
                if (child.find(event.eventId()).isPresent()) {
                    held(event); // a repair, which waits for what it may yet repair
                } else {
                    notHeld(event, Repeats.from(event));
                }
            }
            case Outcome.Forgotten _ -> notHeld(event, Repeats.from(event));
        }
    }

    /**
     * After a fault of our own at an agency's event, which is a dead letter now.
     *
     * @param isHeld whether it was held before
     */
    public void dead(Event event, boolean isHeld) {
        if (!isHeld) {
            boolean line = event.body() instanceof SchoolFact.AttendanceReported;
            notHeld(event, line ? Repeats.from(event) : Span.NEVER);
        }
    }

    private void held(Event event) {
        if (!notHeld.isEmpty()) {
            notHeld.take(event).ifPresent(this::takeBack);
        }
        counts.add(event, 1);
    }

    private void notHeld(Event event, Instant until) {
        Optional<NotHeld.Entry> before = notHeld.find(event);
        if (before.isEmpty() || event.receivedAt().isBefore(before.get().receivedAt())) {
            before.ifPresent(this::takeBack);
            notHeld.put(event, until);
            counts.add(event, 1);
        }
    }

    private void takeBack(NotHeld.Entry entry) {
        counts.add(entry.agency(), entry.municipality(), entry.receivedAt(), -1);
    }

    /** The clock has come here: what cannot be told from a second replay any more is let go. */
    public void timeCame(Instant now) {
        notHeld.letGo(now);
    }

    /** Gives what changed since it was last told. */
    public void tell(Consumer<Receipt> to) {
        counts.tell(to);
    }

    /** Writes what changed; to be called before each commit. */
    public void save() {
        counts.save();
    }
}
