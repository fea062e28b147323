package se.samordna.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * How an alert stands to its due time: what indicators count (I20) and the rules alone know.
 *
 * @param municipality the alert's; empty if its rule knows of none (R17)
 */
public record Timeliness(
        UUID alertId, UUID childId, RuleId rule, String municipality, Instant dueAt, Answered answered) {

    /** Whether it ended, or was acknowledged or closed by the agency that gets it in full, by its due time. */
    public enum Answered {
        /** Indicators have not been told of it, or that it is withdrawn. */
        UNTOLD,
        /** Not yet, or after its due time. */
        NOT_IN_TIME,
        IN_TIME,
        /** There is no such alert any more. */
        WITHDRAWN
    }

    /** Raised where what is counted of an alert changes: children decided before are then judged, and told, anew. */
    static final int VERSION = 1;

    static Timeliness of(Alert alert, Answered answered) {
        return new Timeliness(
                alert.alertId(), alert.childId(), alert.rule(), alert.municipality(), alert.dueAt(), answered);
    }
}
