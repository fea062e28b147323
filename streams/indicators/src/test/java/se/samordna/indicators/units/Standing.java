package se.samordna.indicators.units;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import se.samordna.indicators.cells.Period;
import se.samordna.rules.Event;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.Retracted;

/** An event as it stands after corrections, worked out from the whole log at once (rules.md, Effective events, Memory). */
record Standing(UUID id, Event event) {

    Instant at() {
        return event.occurredAt();
    }

    static List<Standing> of(List<Event> log) {
        Map<UUID, List<Event>> byId = new HashMap<>();
        log.stream()
                .filter(event -> !isPlainLate(event))
                .forEach(event -> byId.computeIfAbsent(event.eventId(), id -> new ArrayList<>())
                        .add(event));
        Map<UUID, Event> copies = new HashMap<>();
        byId.forEach((id, all) -> {
            Instant first =
                    all.stream().map(Event::receivedAt).min(Instant::compareTo).orElseThrow();
            var firsts = all.stream()
                    .filter(e -> e.receivedAt().equals(first))
                    .distinct()
                    .toList();
            if (firsts.size() == 1) {
                copies.put(id, firsts.getFirst());
            }
        });
        var facts = new ArrayList<Standing>();
        copies.values().stream()
                .filter(root -> root.corrects().isEmpty() && !(root.body() instanceof Retracted))
                .forEach(root ->
                        winner(root, copies).ifPresent(event -> facts.add(new Standing(root.eventId(), event))));
        return facts;
    }

    private static boolean isPlainLate(Event event) {
        return event.corrects().isEmpty()
                && event.body() instanceof AttendanceReported line
                && tooLate(line.date(), event);
    }

    private static boolean tooLate(LocalDate day, Event event) {
        return !event.receivedAt().isBefore(endOf(day).plus(Duration.ofDays(400)));
    }

    private static Optional<Event> winner(Event root, Map<UUID, Event> copies) {
        Predicate<Event> inTime =
                repair -> !(root.body() instanceof AttendanceReported line) || !tooLate(line.date(), repair);
        if (isRetracted(root, copies, inTime)) {
            return Optional.empty();
        }
        // All that reaches the root through corrections each of which counts against the event it names.
        var reach = new ArrayList<Event>(List.of(root));
        for (int i = 0; i < reach.size(); i++) {
            Event named = reach.get(i);
            copies.values().stream()
                    .filter(each ->
                            each.corrects().filter(named.eventId()::equals).isPresent())
                    .filter(each -> each.agency() == named.agency())
                    .filter(each -> each.body().getClass() == named.body().getClass())
                    .filter(inTime)
                    .filter(each -> !isRetracted(each, copies, inTime))
                    .forEach(reach::add);
        }
        return reach.stream()
                .skip(1)
                .max(Comparator.comparing(Event::receivedAt)
                        .thenComparing(each -> each.eventId().toString()))
                .or(() -> Optional.of(root));
    }

    private static boolean isRetracted(Event event, Map<UUID, Event> copies, Predicate<Event> inTime) {
        return copies.values().stream()
                .anyMatch(each -> each.body() instanceof Retracted r
                        && r.retracts().equals(event.eventId())
                        && each.agency() == event.agency()
                        && inTime.test(each));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Period.LOCAL).toInstant();
    }

    static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
