package se.samordna.coordination.running;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.events.Agency;
import se.samordna.events.AlertAcknowledged;
import se.samordna.events.AlertClosed;
import se.samordna.events.EventHeader;

/**
 * The alerts that an agency's people have acknowledged or closed, which of a notice is their answer to it: whether it still
 * stands, and what it was, the child's own facts know, which need be asked for these alerts only. Safe for several threads.
 */
public final class AnswerIndex {

    private final Map<Agency, Set<UUID>> alerts = new EnumMap<>(Agency.class);

    synchronized void take(SpecificRecord action) {
        switch (action) {
            case AlertAcknowledged seen -> take(seen.getHeader(), seen.getAlertId());
            case AlertClosed closed -> take(closed.getHeader(), closed.getAlertId());
            default -> {} // no answer
        }
    }

    private void take(EventHeader header, UUID alertId) {
        alerts.computeIfAbsent(header.getAgency(), _ -> new HashSet<>()).add(alertId);
    }

    /** Whether an agency may have answered. */
    public synchronized boolean holds(Agency agency, UUID alertId) {
        return alerts.getOrDefault(agency, Set.of()).contains(alertId);
    }

    /** All that an agency may have answered. */
    public synchronized List<UUID> of(Agency agency) {
        return List.copyOf(alerts.getOrDefault(agency, Set.of()));
    }
}
