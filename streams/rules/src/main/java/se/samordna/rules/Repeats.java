package se.samordna.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import se.samordna.rules.SchoolFact.AttendanceReported;

/**
 * Tells what may be a second replay of attendance that coordination has forgotten (rules.md, Memory): then nobody can say
 * any more whether it came before, and it is receipted neither again nor anew.
 */
public final class Repeats {

    /** A first replay brings a line less than so many days of ticks after it was received. */
    private static final long FIRST_MS = 9 * Calendar.DAY_MS;

    /** Of a chain of repairs, corrections of corrections and what retracts them; a circle has no end. */
    private static final int LONGEST = 20;

    private static final Memory MEMORY = Memory.COORDINATION;

    private Repeats() {}

    /**
     * Whether a line of a day that may be forgotten, or a repair of one, comes again for all that can be known.
     *
     * @param isKnown whether an event is known to have come though the child does not hold it
     */
    public static boolean mayBe(Child child, Event event, Instant now, Predicate<UUID> isKnown) {
        return !isFirst(event, now) && comesToForgotten(child, event, now, isKnown, LONGEST);
    }

    private static boolean comesToForgotten(
            Child child, Event event, Instant now, Predicate<UUID> isKnown, int further) {
        if (event.body() instanceof AttendanceReported line && isForgettable(line, now)) {
            return true;
        }
        Optional<UUID> repaired = Copies.repairOf(event);
        if (repaired.isEmpty()) {
            return false;
        }
        return child.find(repaired.get())
                .map(root -> further > 0 && comesToForgotten(child, root, now, isKnown, further - 1))
                .orElseGet(() -> !isKnown.test(repaired.get()));
    }

    /** Whether it comes when it is received, or soon: nearly always. */
    public static boolean isFirst(Event event, Instant now) {
        return now.toEpochMilli() < firstUntil(event);
    }

    /** From when on {@link #mayBe} says so of an event; {@link Span#NEVER} if never. */
    public static Instant from(Event event) {
        if (event.body() instanceof AttendanceReported line) {
            long forgettable = Calendar.endMs(line.date().toEpochDay()) + MEMORY.forget() * Calendar.DAY_MS;
            return Instant.ofEpochMilli(Math.max(firstUntil(event), forgettable));
        }
        return Copies.repairOf(event).isPresent() ? Instant.ofEpochMilli(firstUntil(event)) : Span.NEVER;
    }

    private static long firstUntil(Event event) {
        return event.receivedAt().toEpochMilli() + FIRST_MS;
    }

    private static boolean isForgettable(AttendanceReported line, Instant now) {
        return MEMORY.mayForget(line.date().toEpochDay(), now.toEpochMilli());
    }
}
