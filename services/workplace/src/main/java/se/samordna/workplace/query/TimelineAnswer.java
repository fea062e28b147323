package se.samordna.workplace.query;

import java.util.Comparator;
import java.util.List;

/**
 * A child's events, oldest first.
 *
 * @param actions what coordinators did with its alerts, oldest first
 */
public record TimelineAnswer(Freshness freshness, List<Event> events, List<Acted> actions) {

    static TimelineAnswer of(Shape answer) {
        List<Event> events = answer.list("events").stream()
                .map(Event::of)
                .filter(event -> event.occurredAt().isPresent())
                .sorted(Comparator.comparing((Event event) -> event.occurredAt().orElseThrow())
                        .thenComparing(Event::eventId))
                .toList();
        return new TimelineAnswer(
                Freshness.of(answer),
                events,
                answer.list("actions").stream().map(Acted::of).toList());
    }
}
