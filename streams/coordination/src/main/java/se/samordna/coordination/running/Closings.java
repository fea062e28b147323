package se.samordna.coordination.running;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.settings.RulesDocument;
import se.samordna.events.AlertClosed;
import se.samordna.events.AlertReopened;
import se.samordna.events.CloseReason;
import se.samordna.events.EventHeader;
import se.samordna.schemas.EventTypes;

/**
 * What use coordinators found the alerts of a rule to be: as what those closed over 90 days were closed, NOT_USEFUL above all
 * (rules.md, "Why each alert is short"). From the actions themselves, corrected ones as corrected; an action that did not
 * take effect or was retracted has left its alert in another status, and is not counted. Safe for several threads.
 */
public final class Closings {

    private static final Duration REACH = Duration.ofDays(90);
    private static final int PERCENT = 100;
    private static final int OFTEN_PERCENT = 30;

    private final Map<UUID, Said> actions = new HashMap<>();

    /** An action as last corrected; without a reason it opened the alert anew. */
    private record Said(UUID alertId, UUID eventId, Instant at, Instant received, Optional<CloseReason> reason) {}

    synchronized void take(SpecificRecord action) {
        switch (action) {
            case AlertClosed closed -> take(closed, closed.getAlertId(), Optional.of(closed.getReason()));
            case AlertReopened opened -> take(opened, opened.getAlertId(), Optional.empty());
            default -> {} // closes nothing
        }
    }

    private void take(SpecificRecord action, UUID alert, Optional<CloseReason> reason) {
        EventHeader header = EventTypes.header(action);
        UUID root = Optional.ofNullable(header.getCorrects()).orElse(header.getEventId());
        Said said = new Said(alert, root, header.getOccurredAt(), header.getReceivedAt(), reason);
        actions.merge(root, said, (before, now) -> now.received.isBefore(before.received) ? before : now);
    }

    /**
     * By rule, of the alerts that are closed; a rule without any is not there.
     *
     * @param alerts the last full word on an alert
     * @param now the platform's clock
     */
    public synchronized Map<String, RulesDocument.NotUseful> byRule(
            Function<UUID, Optional<AlertLine.Full>> alerts, Instant now) {
        Map<UUID, Said> last = new HashMap<>();
        actions.values().stream()
                .sorted(Comparator.comparing(Said::at).thenComparing(said -> said.eventId.toString()))
                .forEach(said -> last.merge(
                        said.alertId,
                        said,
                        (before, next) -> before.reason.isPresent() && next.reason.isPresent() ? before : next));
        Map<String, Map<CloseReason, Integer>> counts = new HashMap<>();
        for (Said said : last.values()) {
            if (said.reason.isPresent() && said.at.isAfter(now.minus(REACH)) && !said.at.isAfter(now)) {
                alerts.apply(said.alertId)
                        .filter(alert -> alert.status().equals("CLOSED"))
                        .map(alert -> counts.computeIfAbsent(alert.ruleId(), _ -> new EnumMap<>(CloseReason.class)))
                        .ifPresent(count -> count.merge(said.reason.get(), 1, Integer::sum));
            }
        }
        Map<String, RulesDocument.NotUseful> byRule = new HashMap<>();
        counts.forEach((rule, count) -> byRule.put(rule, notUseful(count)));
        return byRule;
    }

    private static RulesDocument.NotUseful notUseful(Map<CloseReason, Integer> count) {
        int closed = count.values().stream().mapToInt(Integer::intValue).sum();
        int notUseful = count.getOrDefault(CloseReason.NOT_USEFUL, 0);
        return new RulesDocument.NotUseful(
                closed,
                count.getOrDefault(CloseReason.HANDLED, 0),
                count.getOrDefault(CloseReason.NOT_NEEDED, 0),
                notUseful,
                count.getOrDefault(CloseReason.WRONG, 0),
                PERCENT * notUseful > OFTEN_PERCENT * closed);
    }
}
