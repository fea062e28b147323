package se.samordna.rules.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import se.samordna.rules.Agency;
import se.samordna.rules.Event;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.IdentityMerged;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.SiblingAssessed;
import se.samordna.rules.SocialFact.SiblingLinked;
import se.samordna.rules.SocialFact.SiblingUnlinked;
import se.samordna.rules.oracle.Settled.E;

/** Several children: first who is one with whom, then each by itself, with R17 across them. */
public final class Families {

    /** By an event of {@code newer}, {@code older} is the same child. */
    private record Claim(UUID older, UUID newer, Instant at, String id) {}

    private final Map<UUID, List<Event>> raw;
    private final Instant now;
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, Set<UUID>> groups = new TreeMap<>();
    private final Map<UUID, List<Event>> joined = new HashMap<>();
    private final Map<UUID, World> social = new HashMap<>();

    private Families(Map<UUID, List<Event>> raw, Instant now) {
        this.raw = raw;
        this.now = now;
        merge();
        for (UUID id : raw.keySet()) {
            groups.computeIfAbsent(root(id), k -> new HashSet<>()).add(id);
        }
        groups.forEach((root, ids) -> {
            List<Event> events = ids.stream()
                    .flatMap(id -> raw.getOrDefault(id, List.of()).stream())
                    .map(e -> as(root, e, e.municipality()))
                    .toList();
            joined.put(root, events);
            social.put(
                    root,
                    new World(Settled.at(events, now), now)
                            .own(Agency.SOCIAL_SERVICES)
                            .without(AttendanceReported.class));
        });
    }

    /**
     * The lines of every child, none for one that is merged into another.
     *
     * @param raw the events under each child's id; every child has an entry
     */
    public static Map<UUID, TreeSet<String>> lines(Map<UUID, List<Event>> raw, Instant now) {
        Families all = new Families(raw, now);
        Map<UUID, TreeSet<String>> lines = new TreeMap<>();
        raw.keySet().forEach(id -> lines.put(id, new TreeSet<>()));
        all.joined.forEach((root, events) -> lines.put(root, Oracle.lines(root, events, now, all.r17(root))));
        return lines;
    }

    /** The last statements first; one that would close a circle, or comes second on a child, falls. */
    private void merge() {
        List<Claim> claims = new ArrayList<>();
        raw.forEach((newer, events) -> {
            for (E e : Settled.at(events, now)) {
                if (e.event().body() instanceof IdentityMerged m
                        && !m.oldChildId().equals(newer)) {
                    claims.add(new Claim(m.oldChildId(), newer, e.at(), e.id()));
                }
            }
        });
        claims.sort(Comparator.comparing(Claim::at)
                .thenComparing(Claim::id)
                .thenComparing(c -> c.newer().toString())
                .reversed());
        for (Claim c : claims) {
            if (!parents.containsKey(c.older()) && !root(c.newer()).equals(c.older())) {
                parents.put(c.older(), c.newer());
            }
        }
    }

    private UUID root(UUID id) {
        UUID root = id;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        return root;
    }

    private List<Found> r17(UUID b) {
        World mine = social(b);
        String municipality =
                mine.events().isEmpty() ? "" : mine.events().getLast().event().municipality();
        List<Found> found = new ArrayList<>();
        for (UUID a : groups.keySet()) {
            if (a.equals(b) || !linked(a, b)) {
                continue;
            }
            for (E x : social(a).events()) {
                boolean calls = x.is(ConcernReportReceived.class)
                        || x.is(PlacementStarted.class)
                        || x.event().body() instanceof ProtectionAssessed p && p.immediateDanger();
                if (calls) {
                    Instant to =
                            mine.until(x, SiblingAssessed.class, ProtectionAssessed.class, InvestigationOpened.class);
                    E anchor = new E(x.id(), as(b, x.event(), municipality));
                    Instant due = x.at().plus(Duration.ofDays(14));
                    found.add(Found.of("R17", anchor, x.at(), to, due, List.of(anchor)));
                }
            }
        }
        found.sort(Comparator.comparing(Found::from));
        return found;
    }

    private boolean linked(UUID a, UUID b) {
        List<E> links = Stream.concat(naming(a, b), naming(b, a)).toList();
        Instant last = links.stream().map(E::at).max(Comparator.naturalOrder()).orElse(Instant.MIN);
        return !links.isEmpty()
                && links.stream().filter(e -> e.at().equals(last)).allMatch(e -> e.is(SiblingLinked.class));
    }

    private World social(UUID root) {
        return Optional.ofNullable(social.get(root)).orElseThrow();
    }

    private Stream<E> naming(UUID from, UUID to) {
        Set<UUID> ids = groups.getOrDefault(to, Set.of());
        return social(from).events().stream()
                .filter(e -> e.event().body() instanceof SiblingLinked l && ids.contains(l.siblingChildId())
                        || e.event().body() instanceof SiblingUnlinked u && ids.contains(u.siblingChildId()));
    }

    private static Event as(UUID child, Event e, String municipality) {
        return new Event(
                e.eventId(),
                child,
                municipality,
                e.agency(),
                e.source(),
                e.occurredAt(),
                e.receivedAt(),
                e.ground(),
                e.consentId(),
                e.protectedIdentity(),
                e.corrects(),
                e.body());
    }
}
