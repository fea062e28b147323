package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.samordna.rules.MergedInto.Claim;
import se.samordna.rules.SharedFact.IdentityMerged;

/**
 * Which children are one, as one of them knows it (rules.md, IdentityMerged).
 *
 * <pre>
 *   old ◀──MergedInto── new        the new child's own events claim the old one, from their event time on
 *   old ───HistoryOf──▶ new        the old one gives in to one claim, and tells all that is held of it
 * </pre>
 *
 * A child's claims stand in its own events alone, so that no event undoes the merge by which it came.
 */
final class Merges {

    private final Child child;
    private final Instant now;

    Merges(Child child, Instant now) {
        this.child = child;
        this.now = now;
    }

    /** The claims on other children that are effective, by old child: of several the last in order. */
    Map<UUID, Claim> claims() {
        Map<UUID, Claim> claims = new HashMap<>(2);
        for (Fact<IdentityMerged> merged : child.standing().of(IdentityMerged.class, now)) {
            UUID old = merged.body().oldChildId();
            if (!old.equals(child.childId())) {
                claims.put(old, new Claim(child.childId(), merged.at(), merged.id()));
            }
        }
        return claims;
    }

    /** What the old children are told of it. */
    List<Addressed> told() {
        List<Addressed> told = new ArrayList<>();
        claims().forEach((old, claim) -> {
            List<Claim> path = new ArrayList<>(List.of(claim));
            Set<UUID> been = new HashSet<>(Set.of(child.childId()));
            for (Claim further : child.kin().claim().map(MergedInto::path).orElse(List.of())) {
                if (!been.add(further.into())) {
                    break; // round in a circle, until one of them no longer gives in
                }
                path.add(further);
            }
            told.add(new Addressed(old, new MergedInto(child.childId(), path)));
        });
        return told;
    }

    /** What is held of the child and of those merged into it, for the one it gives in to. */
    Optional<Addressed> history() {
        return child.kin().claim().map(claim -> {
            List<HistoryOf.Part> parts = new ArrayList<>(List.of(HistoryOf.Part.of(child)));
            parts.addAll(parts(claim.teller()));
            return new Addressed(claim.teller(), new HistoryOf(child.childId(), parts));
        });
    }

    /** What is held of the children merged into this one. */
    List<HistoryOf.Part> parts() {
        return parts(child.childId());
    }

    private List<HistoryOf.Part> parts(UUID except) {
        List<HistoryOf.Part> parts = new ArrayList<>();
        Set<UUID> known = new HashSet<>(List.of(child.childId(), except));
        Map<UUID, Claim> claims = claims();
        child.kin().told().histories().values().stream()
                .filter(history -> claims.containsKey(history.teller()))
                .sorted((a, b) -> Order.IDS.compare(a.teller(), b.teller()))
                .flatMap(history -> history.parts().stream())
                .filter(part -> known.add(part.childId()))
                .forEach(parts::add);
        return parts;
    }

    /** A crossing and whom it is for. */
    record Addressed(UUID target, Crossing crossing) {

        Crossing.Key key() {
            return new Crossing.Key(crossing.kind(), target);
        }
    }
}
