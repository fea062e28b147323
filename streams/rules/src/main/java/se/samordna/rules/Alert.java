package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An alert in full, as one recipient sees it.
 *
 * @param settings version of the rule's settings, {@link SettingsVersion} says how
 * @param municipality of the anchor's event
 * @param level 1 notice, 2 urgent, 3 overdue or worst step
 * @param resolvedAt present exactly if RESOLVED
 * @param anchor the anchor's event id with the row's suffix
 * @param evidence by event id as text
 * @param supersedes the alerts whose anchor moved here
 * @param supersededBy of a WITHDRAWN one, where its anchor moved
 */
public record Alert(
        UUID alertId,
        RuleId rule,
        int version,
        int settings,
        UUID childId,
        String municipality,
        Severity severity,
        int level,
        Status status,
        Instant openedAt,
        Instant dueAt,
        Optional<Instant> resolvedAt,
        boolean overdue,
        String anchor,
        List<Evidence> evidence,
        List<UUID> supersedes,
        Optional<UUID> supersededBy)
        implements Telling {

    public Alert {
        evidence = List.copyOf(evidence);
        supersedes = List.copyOf(supersedes);
    }

    Alert with(List<Evidence> shown) {
        return with(shown, supersedes);
    }

    Alert superseding(List<UUID> old) {
        return with(evidence, old);
    }

    private Alert with(List<Evidence> shown, List<UUID> old) {
        return new Alert(
                alertId,
                rule,
                version,
                settings,
                childId,
                municipality,
                severity,
                level,
                status,
                openedAt,
                dueAt,
                resolvedAt,
                overdue,
                anchor,
                shown,
                old,
                supersededBy);
    }

    /** Taken back: no longer yielded, or no longer to be told. */
    Alert withdrawn(Optional<UUID> successor) {
        return new Alert(
                alertId,
                rule,
                version,
                settings,
                childId,
                municipality,
                severity,
                level,
                Status.WITHDRAWN,
                openedAt,
                dueAt,
                Optional.empty(),
                false,
                anchor,
                evidence,
                supersedes,
                successor);
    }
}
