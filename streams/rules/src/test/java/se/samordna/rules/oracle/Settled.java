package se.samordna.rules.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.samordna.rules.Event;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.Retracted;

/** "Effective events", by brute force. */
final class Settled {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** An effective event under its root's id. */
    record E(String id, Event event) {
        Instant at() {
            return event.occurredAt();
        }

        boolean is(Class<?> type) {
            return type.isInstance(event.body());
        }
    }

    private final Map<UUID, Event> seen = new LinkedHashMap<>();
    private final List<Event> retractions = new ArrayList<>();

    private Settled(List<Event> raw) {
        Map<UUID, List<Event>> byId = new LinkedHashMap<>();
        for (Event e : raw) {
            boolean lateRoot = e.corrects().isEmpty() && e.body() instanceof AttendanceReported a && late(a, e);
            if (!lateRoot) {
                byId.computeIfAbsent(e.eventId(), k -> new ArrayList<>()).add(e);
            }
        }
        byId.forEach((id, copies) -> {
            Instant least = copies.stream()
                    .map(Event::receivedAt)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            List<Event> first = copies.stream()
                    .filter(c -> c.receivedAt().equals(least))
                    .distinct()
                    .toList();
            if (first.size() == 1) {
                seen.put(id, first.getFirst());
            }
        });
        seen.values().stream().filter(e -> e.body() instanceof Retracted).forEach(retractions::add);
        List<UUID> late = seen.values().stream()
                .filter(e -> target(e).isPresent())
                .filter(e -> root(e).map(r -> r.body() instanceof AttendanceReported a && late(a, e))
                        .orElse(false))
                .map(Event::eventId)
                .toList();
        late.forEach(seen::remove);
    }

    private static boolean late(AttendanceReported root, Event e) {
        return !e.receivedAt().isBefore(end(root.date()).plusMillis(35L * 86_400_000));
    }

    static Instant start(LocalDate d) {
        return d.atStartOfDay(STOCKHOLM).toInstant();
    }

    static Instant end(LocalDate d) {
        return start(d.plusDays(1));
    }

    static LocalDate day(Instant i) {
        return i.atZone(STOCKHOLM).toLocalDate();
    }

    private static Optional<UUID> target(Event e) {
        return e.body() instanceof Retracted r ? Optional.of(r.retracts()) : e.corrects();
    }

    /** Follows what repairs what to the root; empty if a link is missing, goes round, or is a retraction. */
    private Optional<Event> root(Event e) {
        return chain(e).map(List::getLast);
    }

    private Optional<List<Event>> chain(Event e) {
        List<Event> chain = new ArrayList<>(List.of(e));
        Set<UUID> been = new HashSet<>(Set.of(e.eventId()));
        while (target(chain.getLast()).isPresent()) {
            Event next = seen.get(target(chain.getLast()).get());
            if (next == null || next.body() instanceof Retracted || !been.add(next.eventId())) {
                return Optional.empty();
            }
            chain.add(next);
        }
        return Optional.of(chain);
    }

    /** The effective events at now, in order. */
    static List<E> at(List<Event> raw, Instant now) {
        Settled settled = new Settled(raw);
        Set<UUID> removed = new HashSet<>();
        for (Event r : settled.seen.values()) {
            if (r.body() instanceof Retracted retraction) {
                Event x = settled.seen.get(retraction.retracts());
                if (x != null && x.agency() == r.agency() && !(x.body() instanceof Retracted)) {
                    removed.add(x.eventId());
                }
            }
        }
        List<Event> corrections = settled.seen.values().stream()
                .filter(c -> c.corrects().isPresent() && !(c.body() instanceof Retracted))
                .toList();
        List<E> effective = new ArrayList<>();
        for (Event root : settled.seen.values()) {
            if (root.corrects().isPresent() || root.body() instanceof Retracted || removed.contains(root.eventId())) {
                continue;
            }
            Event stands = corrections.stream()
                    .filter(c -> settled.chain(c)
                            .filter(chain -> chain.getLast() == root)
                            .filter(chain -> chain.stream().allMatch(l -> l.agency() == root.agency()))
                            .filter(chain -> chain.stream()
                                    .allMatch(l ->
                                            l.body().getClass() == root.body().getClass()))
                            .filter(chain -> chain.stream().noneMatch(l -> removed.contains(l.eventId())))
                            .isPresent())
                    .max(Comparator.comparing(Event::receivedAt)
                            .thenComparing(c -> c.eventId().toString()))
                    .orElse(root);
            if (!stands.occurredAt().isAfter(now)) {
                effective.add(new E(root.eventId().toString(), stands));
            }
        }
        // no rule reads them, but what they say of the child's protection holds
        settled.retractions.stream()
                .filter(r -> !r.occurredAt().isAfter(now))
                .forEach(r -> effective.add(new E(r.eventId().toString(), r)));
        effective.sort(Comparator.comparing(E::at).thenComparing(E::id));
        return effective;
    }
}
