package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samordna.rules.Merges.Addressed;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.SiblingLinked;
import se.samordna.rules.SocialFact.SiblingUnlinked;

/** What a child is to tell other children now, minus what it told them. */
final class Outgoing {

    private static final Set<Class<? extends Body>> TOLD = Set.of(
            SiblingLinked.class,
            SiblingUnlinked.class,
            ConcernReportReceived.class,
            ProtectionAssessed.class,
            PlacementStarted.class);

    private static final Comparator<Told.Crossed> BY_KEY =
            Comparator.comparing((Told.Crossed c) -> c.to().kind()).thenComparing(c -> c.to().child(), Order.IDS);

    private final Child child;
    private final Instant now;
    private final Merges merges;
    private final Told told;
    private final Optional<Cause> cause;
    private long number;

    Outgoing(Child child, Instant now, Told told, Optional<Cause> cause) {
        this.child = child;
        this.told = told;
        this.cause = cause;
        this.now = now;
        merges = new Merges(child, now);
        number = told.numbered();
    }

    /** Whether a child has anything to do with others. */
    static boolean concerns(Child own, Child whole, Changes changes, Told told) {
        return changes.identity() || own.standing().merges() || !told.crossed().isEmpty() || Siblings.any(whole);
    }

    /** Whether what came may be worth telling. */
    static boolean concerns(Changes changes) {
        return !Collections.disjoint(changes.types(), TOLD);
    }

    /** Tells siblings and older ids; what then has been told. */
    Told tell(Siblings siblings, List<Effect> effects) {
        List<Addressed> desired = new ArrayList<>(merges.told());
        desired.addAll(siblings.told(now));
        return difference(desired, effects);
    }

    /** Of a child that is merged into another: tells on what is held, and no sibling anything. */
    Told tell(List<Effect> effects) {
        List<Addressed> desired = new ArrayList<>(merges.told());
        merges.history().ifPresent(desired::add);
        return difference(desired, effects);
    }

    private Told difference(List<Addressed> desired, List<Effect> effects) {
        List<Told.Crossed> crossed = new ArrayList<>();
        for (Addressed one : desired) {
            long print = one.crossing().print();
            crossed.add(new Told.Crossed(one.key(), print));
            Optional<Told.Crossed> before = before(one.key());
            if (before.isEmpty() || before.get().print() != print) {
                effects.add(new Effect.Cross(one.target(), one.crossing(), next(), why(one.key(), before.isEmpty())));
            }
        }
        for (Told.Crossed old : told.crossed()) {
            if (desired.stream().noneMatch(one -> one.key().equals(old.to()))) {
                Crossing nothing = Crossing.nothing(old.to().kind(), child.childId());
                effects.add(new Effect.Cross(old.to().child(), nothing, next(), why(old.to(), false)));
            }
        }
        crossed.sort(BY_KEY);
        return told.with(crossed, number);
    }

    /** By the child's clock, so that one whose state was lost does not begin below what it told before. */
    private long next() {
        number = Math.max(number + 1, now.toEpochMilli());
        return number;
    }

    private Optional<Told.Crossed> before(Crossing.Key key) {
        return told.crossed().stream().filter(old -> old.to().equals(key)).findFirst();
    }

    /** A merge that comes is the cause itself, unless a repair brought it about. */
    private Optional<Cause> why(Crossing.Key key, boolean first) {
        boolean merge = first && key.kind() != Crossing.Kind.SIBLING;
        return merge
                        && cause.filter(c -> c.compareTo(Cause.IDENTITY_MERGED) < 0)
                                .isEmpty()
                ? Optional.of(Cause.IDENTITY_MERGED)
                : cause;
    }
}
