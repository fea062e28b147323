package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.samordna.rules.SocialCode.PlacementKind;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementStarted;

/**
 * A placed child in one place: from the placement's start, or a move within it, until the next move or the placement's
 * end. What begins and ends at one instant is left out.
 *
 * @param to {@link Span#NEVER} while it lasts
 */
public record Stay(Fact<?> opener, String placementId, PlacementKind kind, boolean schoolAge, Instant to) {

    public Instant from() {
        return opener.at();
    }

    public boolean isActiveAt(Instant t) {
        return !from().isAfter(t) && to.isAfter(t);
    }

    /** All of a child's, in order of their openers. */
    public static List<Stay> of(View facts) {
        List<Fact<PlacementStarted>> started = facts.of(PlacementStarted.class);
        if (started.isEmpty()) {
            return List.of();
        }
        List<Fact<PlacementMoved>> moved = facts.of(PlacementMoved.class);
        List<Activity> placements = facts.placements();
        Closers left = new Closers()
                .add(moved, PlacementMoved::placementId)
                .add(facts.of(PlacementEnded.class), PlacementEnded::placementId);
        List<Stay> stays = new ArrayList<>(started.size() + moved.size());
        for (Fact<PlacementStarted> s : started) {
            String id = s.body().placementId();
            stays.add(new Stay(s, id, s.body().kind(), s.body().schoolAge(), left.closing(id, s)));
        }
        for (Fact<PlacementMoved> m : moved) {
            String id = m.body().placementId();
            if (isWithin(placements, id, m.at())) {
                stays.add(new Stay(m, id, m.body().kind(), m.body().schoolAge(), left.closing(id, m)));
            }
        }
        stays.removeIf(s -> !s.from().isBefore(s.to));
        stays.sort((a, b) -> Order.FACTS.compare(a.opener, b.opener));
        return stays;
    }

    /** Whether a placement of this id is active at an instant. */
    static boolean isWithin(List<Activity> placements, String placementId, Instant t) {
        for (Activity p : placements) {
            if (p.isActiveAt(t)
                    && p.opener().body() instanceof PlacementStarted s
                    && s.placementId().equals(placementId)) {
                return true;
            }
        }
        return false;
    }
}
