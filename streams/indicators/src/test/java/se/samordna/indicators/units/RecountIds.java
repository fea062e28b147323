package se.samordna.indicators.units;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.samordna.rules.Event;
import se.samordna.rules.SharedFact.IdentityMerged;

/** Counts several ids over the whole log at once: first who is one with whom (rules.md, IdentityMerged), then each child. */
final class RecountIds {

    /** By an event of {@code newer}, {@code older} is the same child. */
    private record Claim(UUID older, UUID newer, Standing said) {}

    private final Map<UUID, UUID> newer = new HashMap<>();

    private RecountIds(Map<UUID, List<Event>> byId, Instant now) {
        var claims = new ArrayList<Claim>();
        byId.forEach((id, events) -> {
            for (Standing fact : Standing.of(events)) {
                if (fact.event().body() instanceof IdentityMerged merged
                        && !fact.at().isAfter(now)
                        && !merged.oldChildId().equals(id)) {
                    claims.add(new Claim(merged.oldChildId(), id, fact));
                }
            }
        });
        // The last statement first. One that comes second on an id falls, and one that would close a circle.
        claims.sort(Comparator.comparing((Claim claim) -> claim.said().at())
                .thenComparing(claim -> claim.said().id().toString())
                .thenComparing(claim -> claim.newer().toString())
                .reversed());
        for (Claim claim : claims) {
            if (!newer.containsKey(claim.older()) && !last(claim.newer()).equals(claim.older())) {
                newer.put(claim.older(), claim.newer());
            }
        }
    }

    private UUID last(UUID id) {
        UUID last = id;
        while (newer.containsKey(last)) {
            last = newer.get(last);
        }
        return last;
    }

    static Map<String, String> cells(List<Event> log, Instant now) {
        Map<UUID, List<Event>> children = children(log, now);
        var cells = new RecountCells(now);
        children.values().forEach(events -> Recount.count(events, now, cells));
        Map<String, String> printed = cells.print();
        printed.keySet().removeIf(cell -> cell.startsWith("I20-")); // told by the rules, who follow merges themselves
        return printed;
    }

    /** The events of each child, as if all had come under its newest id. */
    static Map<UUID, List<Event>> children(List<Event> log, Instant now) {
        Map<UUID, List<Event>> byId = new HashMap<>();
        log.forEach(event ->
                byId.computeIfAbsent(event.childId(), id -> new ArrayList<>()).add(event));
        var ids = new RecountIds(byId, now);
        Map<UUID, List<Event>> children = new HashMap<>();
        log.forEach(event -> {
            UUID child = ids.last(event.childId());
            children.computeIfAbsent(child, id -> new ArrayList<>()).add(as(child, event));
        });
        return children;
    }

    private static Event as(UUID child, Event event) {
        return new Event(
                event.eventId(),
                child,
                event.municipality(),
                event.agency(),
                event.source(),
                event.occurredAt(),
                event.receivedAt(),
                event.ground(),
                event.consentId(),
                event.protectedIdentity(),
                event.corrects(),
                event.body());
    }
}
