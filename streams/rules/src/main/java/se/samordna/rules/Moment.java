package se.samordna.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A child at an instant: what the rules look at, each part made when it is first asked for. */
final class Moment {

    private final Child child;
    private final Instant now;
    private final Map<Agency, View> own = new HashMap<>(2);
    private Optional<Gate> gate = Optional.empty();
    private Optional<View> released = Optional.empty();
    private Optional<Actions> actions = Optional.empty();

    Moment(Child child, Instant now) {
        this.child = child;
        this.now = now;
    }

    Child child() {
        return child;
    }

    Instant now() {
        return now;
    }

    Gate gate() {
        if (gate.isEmpty()) {
            gate = Optional.of(Gate.of(child, now));
        }
        return gate.get();
    }

    boolean isProtected() {
        return child.isProtected(now);
    }

    Actions actions() {
        if (actions.isEmpty()) {
            actions = Optional.of(new Actions(child.standing(), now));
        }
        return actions.get();
    }

    /** Whether an investigation, a support or a placement is active by the agency's own events. */
    boolean isCaseOpen(Agency agency) {
        return Interval.anyAt(view(new Reads.Own(agency)).openCase(), now);
    }

    View view(Reads reads) {
        return switch (reads) {
            case Reads.Own(Agency agency) -> own.computeIfAbsent(agency, a -> View.own(child, now, a));
            case Reads.Released() -> {
                if (released.isEmpty()) {
                    released = Optional.of(View.released(child, now, this::gate));
                }
                yield released.get();
            }
        };
    }

    /** The least later instant at which what a rule sees may change though no fact comes into force. */
    Instant nextSeen(Card card) {
        Earliest next = new Earliest(now);
        next.add(child.protectedFrom());
        if (card.crosses() && Siblings.any(child)) {
            next.add(new Siblings(child).next(now));
        }
        if (card.joins() && child.standing().has(SharedFact.ConsentGiven.class)) {
            gate().nextChange().ifPresent(next::add);
        }
        return next.instant();
    }
}
