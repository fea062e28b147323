package se.samordna.workplace.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a coordinator did with an alert, and what became of it.
 *
 * @param eventId of the action
 * @param source the system that acted; empty of a protected child
 * @param reason code of a closing
 * @param until of a snooze, the last day it hides
 * @param why code of what was in its way; empty if it took effect
 */
public record Acted(
        String eventId,
        String alertId,
        String type,
        String agency,
        String source,
        Optional<Instant> occurredAt,
        String reason,
        Optional<LocalDate> until,
        String why) {

    static Acted of(Shape one) {
        return new Acted(
                one.uuid("eventId").orElse(""),
                one.textOrEmpty("alertId"),
                one.textOrEmpty("type"),
                one.textOrEmpty("agency"),
                one.textOrEmpty("source"),
                one.instant("occurredAt"),
                one.textOrEmpty("reason"),
                one.date("until"),
                one.textOrEmpty("why"));
    }
}
