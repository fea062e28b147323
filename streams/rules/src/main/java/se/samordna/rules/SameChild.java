package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Under which of several ids a child counts (rules.md, IdentityMerged), for an application that follows children as the
 * rules do but decides no alerts. What {@link Decide} does with it for alerts it does for anything else that is a function
 * of a child's events.
 */
public final class SameChild {

    private final Child own;
    private final Instant now;

    /** @param own with its own events and what others told it */
    public SameChild(Child own, Instant now) {
        this.own = own;
        this.now = now;
    }

    /**
     * What a child tells those that it is one with.
     *
     * @param crossings each for the child it is addressed to
     * @param told what they have been told with these
     */
    public record Said(List<Effect.Cross> crossings, Told told) {}

    /** Whether a child is, or just was, one with another; false for nearly all, and found in a few nanoseconds. */
    public static boolean concerns(Child own) {
        return own.isMerging() || own.changes().identity();
    }

    /** The child to be counted: with all that is merged into it; nothing if it is itself merged into another. */
    public Child counted() {
        return own.kin().claim().isPresent()
                ? Child.empty(own.childId(), own.attendance().settings())
                : own.kin().whole(now);
    }

    /**
     * Whether the counted child is what it was but for a line of attendance just taken in, which nothing disputes or
     * repairs. Not told of a child just put together: another id may have had the line before.
     */
    public boolean isFurtherLine(Event event) {
        return event.body() instanceof SchoolFact.AttendanceReported
                && event.corrects().isEmpty()
                && !own.changes().identity()
                && (own.kin().claim().isPresent() || own.kin().isWhole())
                && counted().held(event.eventId()).isEmpty();
    }

    /** Every event held that time alone may bring into force: of the counted child, and its own merges in any case. */
    public Stream<Event> awaited() {
        return own.kin().claim().isPresent()
                ? events(own).filter(event -> event.body() instanceof SharedFact.IdentityMerged)
                : events(own.kin().whole(now));
    }

    private static Stream<Event> events(Child child) {
        return Joined.everything(child).stream().map(Held::copy);
    }

    /** What was remembered of forgotten attendance under the ids that are merged into the counted child. */
    public List<byte[]> forgotten() {
        return own.kin().claim().isPresent()
                ? List.of()
                : own.kin().whole(now).kin().former().forgotten();
    }

    /**
     * What is to be told now, minus what has been told; nothing for nearly all children.
     *
     * @param forgotten what goes with its history of attendance that it forgot, see {@link Kin#forgotten}
     */
    public Said tell(Told told, Supplier<Optional<byte[]>> forgotten) {
        if (!own.isMerging() && told.crossed().isEmpty()) {
            return new Said(List.of(), told);
        }
        own.kin().forgotten(forgotten.get());
        List<Effect> effects = new ArrayList<>(1);
        Told after = new Outgoing(own, now, told, Optional.empty()).tell(effects);
        return new Said(
                effects.stream()
                        .filter(Effect.Cross.class::isInstance)
                        .map(Effect.Cross.class::cast)
                        .toList(),
                after);
    }
}
