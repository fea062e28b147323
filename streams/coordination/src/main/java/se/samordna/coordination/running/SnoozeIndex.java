package se.samordna.coordination.running;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.samordna.events.AlertSnoozed;
import se.samordna.rules.Calendar;

/**
 * The alerts that someone has snoozed for longer than until now: whether a snooze counts, and at which level, the child's
 * own facts know, which need be asked for these alerts only. Safe for several threads.
 */
public final class SnoozeIndex {

    private final Map<UUID, Asleep> byAlert = new HashMap<>();

    /** An alert that may be hidden through a local day. */
    public record Asleep(UUID alertId, UUID childId, LocalDate until) {}

    synchronized void take(AlertSnoozed snooze) {
        Asleep asleep = new Asleep(snooze.getAlertId(), snooze.getHeader().getChildId(), snooze.getUntil());
        byAlert.merge(asleep.alertId(), asleep, (a, b) -> a.until.isAfter(b.until) ? a : b);
    }

    /** Those whose day has not ended. */
    public synchronized List<Asleep> at(Instant now) {
        byAlert.values().removeIf(asleep -> !Calendar.end(asleep.until).isAfter(now));
        return List.copyOf(byAlert.values());
    }
}
