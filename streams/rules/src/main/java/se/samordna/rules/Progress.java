package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import se.samordna.rules.Action.AlertAcknowledged;
import se.samordna.rules.Action.AlertClosed;
import se.samordna.rules.Action.AlertReopened;

/**
 * Where an alert stands after the actions on it.
 *
 * @param since the instant at which its level is measured: now, its end if RESOLVED, its closing if CLOSED
 */
record Progress(Status status, Instant since) {

    /** {@code actions} on the alert in order, from the agency that gets it in full. */
    static Progress of(Span span, List<Fact<? extends Action>> actions, Instant now) {
        Status status = Status.OPEN;
        Instant closedAt = now;
        for (Fact<? extends Action> action : actions) {
            if (action.at().isBefore(span.from()) || !action.at().isBefore(span.to())) {
                continue;
            }
            Status after = after(status, action.body());
            closedAt = after == Status.CLOSED && status != Status.CLOSED ? action.at() : closedAt;
            status = after;
        }
        if (status == Status.CLOSED) {
            return new Progress(Status.CLOSED, closedAt);
        }
        return span.to().isAfter(now) ? new Progress(status, now) : new Progress(Status.RESOLVED, span.to());
    }

    /** Whether it ends by its due time, or one of {@code actions} acknowledges or closes it by then (I20). */
    static boolean isInTime(Span span, List<Fact<? extends Action>> actions, Instant dueAt) {
        if (!span.to().isAfter(dueAt)) {
            return true;
        }
        for (Fact<? extends Action> action : actions) {
            boolean answers = action.body() instanceof AlertAcknowledged || action.body() instanceof AlertClosed;
            // Before its end: that is after the due time.
            if (answers && !action.at().isBefore(span.from()) && !action.at().isAfter(dueAt)) {
                return true;
            }
        }
        return false;
    }

    static Status after(Status status, Action action) {
        return switch (action) {
            case AlertAcknowledged a -> status == Status.OPEN ? Status.ACKNOWLEDGED : status;
            case AlertClosed a -> Status.CLOSED;
            case AlertReopened a -> status == Status.CLOSED ? Status.OPEN : status;
            case Action.AlertSnoozed a -> status;
        };
    }

    /** 3 past due, else the row's, else 1. */
    int level(Span span) {
        if (since.isAfter(span.dueAt())) {
            return 3;
        }
        int level = 1;
        for (Step step : span.steps()) {
            level = step.at().isAfter(since) ? level : Math.max(level, step.level());
        }
        return level;
    }
}
