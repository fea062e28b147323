package se.samordna.workplace.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samordna.access.Caller;
import se.samordna.events.Agency;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.query.Queries;
import se.samordna.workplace.query.TimelineAnswer;

/**
 * The joint visits that the police may ask for where one is proposed to them (rules.md, R06). The notice does not say which
 * incident it is about, and what it does not say is not to be read out of it: the police choose among their own incidents
 * of that time, which the query API shows them like any other look at their own events, and writes down.
 */
@Component
final class Visits {
    private static final String PROPOSED = "joint-visit-proposed";
    /** A visit is due within days of the incident; how many is a setting of the rule that a notice does not tell. */
    private static final Duration BEFORE_DUE = Duration.ofDays(7);

    private final Queries queries;
    private final Texts texts;
    private final Moments moments;

    Visits(Queries queries, Texts texts, Moments moments) {
        this.queries = queries;
        this.texts = texts;
        this.moments = moments;
    }

    /**
     * An incident of the police's own.
     *
     * @param eventId of it, for a form; {@code incidentId} as the police's own system names it
     * @param ground on which they told of it, and so may tell more of it
     * @param requested when its visit was asked for, in words; empty: not yet
     */
    record Incident(
            String eventId,
            String incidentId,
            String municipality,
            String ground,
            String what,
            String when,
            String requested) {}

    /** Whether it is the police's to ask for one. */
    static boolean areAskedOf(Caller caller, Alert alert) {
        return caller.agency().equals(Optional.of(Agency.POLICE))
                && alert.live()
                && alert.notice().equals(Optional.of(PROPOSED));
    }

    /** The incidents it may be about, newest first; empty where that cannot be known now. */
    Optional<List<Incident>> incidents(Caller caller, Alert alert) {
        return switch (queries.timeline(UUID.fromString(alert.childId()), Optional.empty())) {
            case Answer.Found<TimelineAnswer>(TimelineAnswer found) ->
                Optional.of(found.events().reversed().stream()
                        .filter(event -> isOne(event, alert))
                        .filter(event -> caller.area().covers(event.fact("municipality")))
                        .map(event -> incident(event, found.events()))
                        .toList());
            // Nothing of theirs on the child that they may look at here.
            case Answer.Absent<TimelineAnswer> _, Answer.Refused<TimelineAnswer> _ -> Optional.of(List.of());
            case Answer.NotReady<TimelineAnswer> _, Answer.Away<TimelineAnswer> _, Answer.Failed<TimelineAnswer> _ ->
                Optional.empty();
        };
    }

    private static boolean isOne(Event event, Alert alert) {
        Instant due = alert.dueAt().orElse(Instant.MAX);
        return event.type().equals("PoliceIncident")
                && event.agency().equals(Agency.POLICE.name())
                && event.fact("childPresent").equals("true")
                && event.occurredAt()
                        .filter(at -> at.isBefore(due) && !at.isBefore(due.minus(BEFORE_DUE)))
                        .isPresent();
    }

    private Incident incident(Event event, List<Event> all) {
        String incidentId = event.fact("incidentId");
        String requested = all.stream()
                .filter(other -> other.type().equals("JointVisitRequested"))
                .filter(other -> other.fact("incidentId").equals(incidentId))
                .reduce((_, later) -> later)
                .flatMap(Event::occurredAt)
                .map(moments::at)
                .orElse("");
        String kind = event.fact("kind");
        return new Incident(
                event.eventId(),
                incidentId,
                event.fact("municipality"),
                event.fact("ground"),
                texts.known("code." + kind).orElseGet(() -> texts.orCode("event.", event.type())),
                event.occurredAt().map(moments::at).orElse(""),
                requested);
    }
}
