package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import se.samordna.rules.SiblingTold.Link;
import se.samordna.rules.SiblingTold.Trigger;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.SiblingLinked;
import se.samordna.rules.SocialFact.SiblingUnlinked;

/**
 * The siblings of a child: what links it with others by its own events or theirs, and what happened to them.
 *
 * <pre>
 *   own events ── name x ──▶ pair of x ◀── told by x, or by the child that x is merged into
 * </pre>
 *
 * The last link of a pair, whoever's event it is, says whether they are siblings; at the same instant a parting wins. A
 * child is no sibling of its own under a former id.
 */
final class Siblings {

    /** The child and one other: every link between them, and what the other told. */
    private static final class Pair {
        private final Set<Link> links = new HashSet<>(4);
        private final Set<Trigger> triggers = new HashSet<>(4);
        private boolean linkedByOther;
    }

    private final Child child;
    private final Set<UUID> ids;
    private final Map<UUID, UUID> speakers = new HashMap<>(4); // who speaks for a merged child
    private final Map<UUID, Pair> pairs = new TreeMap<>(Order.IDS); // by who speaks
    private final Map<UUID, List<Link>> named = new TreeMap<>(Order.IDS); // by the id that own events name

    /** @param child with all that is merged into it */
    Siblings(Child child) {
        this.child = child;
        ids = new HashSet<>(child.kin().former().ids());
        ids.add(child.childId());
        List<SiblingTold> told = child.kin().siblings().stream()
                .filter(t -> !ids.contains(t.teller()))
                .toList();
        for (SiblingTold t : told) {
            t.aliases().forEach(alias -> speakers.put(alias, t.teller()));
        }
        told.forEach(t -> speakers.put(t.teller(), t.teller()));
        for (SiblingTold t : told) {
            Pair pair = pair(t.teller());
            pair.links.addAll(t.links());
            pair.triggers.addAll(t.triggers());
            pair.linkedByOther |= !t.links().isEmpty();
        }
        for (Fact<?> fact : child.standing().ofType(SiblingLinked.class)) {
            named(fact, ((SiblingLinked) fact.body()).siblingChildId(), true);
        }
        for (Fact<?> fact : child.standing().ofType(SiblingUnlinked.class)) {
            named(fact, ((SiblingUnlinked) fact.body()).siblingChildId(), false);
        }
    }

    /** Whether a child may have any. */
    static boolean any(Child child) {
        return child.standing().links() || !child.kin().siblings().isEmpty();
    }

    private void named(Fact<?> fact, UUID other, boolean linked) {
        if (fact.agency() == Agency.SOCIAL_SERVICES && !ids.contains(other)) {
            Link link = new Link(fact.at(), fact.id(), linked);
            named.computeIfAbsent(other, _ -> new ArrayList<>(2)).add(link);
            pair(speakers.getOrDefault(other, other)).links.add(link);
        }
    }

    private Pair pair(UUID speaker) {
        return pairs.computeIfAbsent(speaker, _ -> new Pair());
    }

    /** What happened by now to the children that are siblings now. */
    List<Trigger> triggers(Instant now) {
        return pairs.values().stream()
                .filter(pair -> isLinked(pair, now))
                .flatMap(pair -> pair.triggers.stream())
                .filter(trigger -> !trigger.at().isAfter(now))
                .distinct()
                .toList();
    }

    /** The least later instant at which that may change by the clock alone. */
    Instant next(Instant now) {
        Earliest next = new Earliest(now);
        for (Pair pair : pairs.values()) {
            pair.links.forEach(link -> next.add(link.at()));
            pair.triggers.forEach(trigger -> next.add(trigger.at()));
        }
        return next.instant();
    }

    private static boolean isLinked(Pair pair, Instant now) {
        Instant last = Instant.MIN;
        boolean linked = false;
        for (Link link : pair.links) {
            int order = link.at().isAfter(now) ? -1 : link.at().compareTo(last);
            if (order > 0) {
                last = link.at();
                linked = link.linked();
            } else if (order == 0) {
                linked &= link.linked();
            }
        }
        return linked;
    }

    /** Whether they are siblings now or, by what is known, will be. */
    private static boolean mayBeLinked(Pair pair, Instant now) {
        return isLinked(pair, now)
                || pair.links.stream().anyMatch(link -> link.at().isAfter(now) && isLinked(pair, link.at()));
    }

    /** What each of the others is to be told. */
    List<Merges.Addressed> told(Instant now) {
        List<Merges.Addressed> told = new ArrayList<>();
        if (pairs.isEmpty()) {
            return told;
        }
        List<Trigger> triggers = new ArrayList<>();
        List<UUID> aliases =
                ids.stream().filter(id -> !id.equals(child.childId())).toList();
        ownTriggers(triggers);
        Set<UUID> others = new HashSet<>(named.keySet());
        pairs.forEach((speaker, pair) -> {
            if (pair.linkedByOther) {
                others.add(speaker);
            }
        });
        for (UUID other : others) {
            boolean linked = mayBeLinked(pair(speakers.getOrDefault(other, other)), now);
            SiblingTold to = new SiblingTold(
                    child.childId(), aliases, named.getOrDefault(other, List.of()), linked ? triggers : List.of());
            if (!to.nothing()) {
                told.add(new Merges.Addressed(other, to));
            }
        }
        return told;
    }

    private void ownTriggers(List<Trigger> triggers) {
        for (Class<? extends Body> type :
                List.of(ConcernReportReceived.class, ProtectionAssessed.class, PlacementStarted.class)) {
            for (Fact<?> fact : child.standing().ofType(type)) {
                boolean safe = fact.body() instanceof ProtectionAssessed a && !a.immediateDanger();
                if (fact.agency() == Agency.SOCIAL_SERVICES && !safe) {
                    triggers.add(new Trigger(fact.at(), fact.id()));
                }
            }
        }
    }
}
