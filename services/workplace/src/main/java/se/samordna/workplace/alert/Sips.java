package se.samordna.workplace.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.samordna.access.Caller;
import se.samordna.events.Agency;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.query.Queries;
import se.samordna.workplace.query.TimelineAnswer;

/**
 * What has come of a proposal of a coordinated individual plan (SIP) since an alert asks for one. A proposal is an event of
 * its own and no act on the alert, so the child's timeline knows it, whoever made it and in whichever system.
 */
@Component
final class Sips {
    /** Alerts whose next step a SIP is (rules.md). */
    private static final List<String> OF_SIP = List.of("R07", "R10", "R26");

    private static final String PROPOSED = "SipProposed";
    private static final String REFUSED = "SipRefused";

    private final Queries queries;

    Sips(Queries queries) {
        this.queries = queries;
    }

    /**
     * The proposals.
     *
     * @param all oldest first
     * @param standing the last, unless it has been refused since: then another may be made
     */
    record Proposals(List<Event> all, Optional<Event> standing) {
        static final Proposals NONE = new Proposals(List.of(), Optional.empty());
    }

    /** Whether it is the caller's to propose one. */
    static boolean areAskedOf(Caller caller, Alert alert) {
        return areNextStep(caller, alert) && alert.live();
    }

    /** Empty where that cannot be known now. */
    Optional<Proposals> of(Caller caller, Alert alert) {
        if (!areNextStep(caller, alert) || alert.status().equals("WITHDRAWN")) {
            return Optional.of(Proposals.NONE);
        }
        return switch (queries.timeline(UUID.fromString(alert.childId()), Optional.empty())) {
            case Answer.Found<TimelineAnswer>(TimelineAnswer found) -> Optional.of(proposals(found.events(), alert));
            // Nothing on the child that they may look at here.
            case Answer.Absent<TimelineAnswer> _, Answer.Refused<TimelineAnswer> _ -> Optional.of(Proposals.NONE);
            case Answer.NotReady<TimelineAnswer> _, Answer.Away<TimelineAnswer> _, Answer.Failed<TimelineAnswer> _ ->
                Optional.empty();
        };
    }

    /** Whether the alert asks them for one, be it over by now. */
    static boolean areNextStep(Caller caller, Alert alert) {
        return caller.agency().equals(Optional.of(Agency.SOCIAL_SERVICES))
                && alert.notice().isEmpty()
                && OF_SIP.contains(alert.ruleId());
    }

    private static Proposals proposals(List<Event> events, Alert alert) {
        List<Event> since =
                events.stream().filter(event -> isWhile(event, alert)).toList();
        Predicate<Event> proposed = event -> event.type().equals(PROPOSED);
        return new Proposals(
                since.stream().filter(proposed).toList(),
                since.stream()
                        .filter(proposed.or(event -> event.type().equals(REFUSED)))
                        .reduce((_, later) -> later)
                        .filter(proposed));
    }

    /** One made before is what the alert has come in spite of. */
    private static boolean isWhile(Event event, Alert alert) {
        Instant from = alert.openedAt().orElse(Instant.MIN);
        Instant to = alert.resolvedAt().orElse(Instant.MAX);
        return event.occurredAt()
                .filter(at -> !at.isBefore(from) && !at.isAfter(to))
                .isPresent();
    }
}
