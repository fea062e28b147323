package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ledger's record of one telling, written together with it.
 *
 * @param status as told: WITHDRAWN recalls what was told before
 * @param fields the names of what was told
 * @param ground on which it was told
 * @param at the child's now when it was told
 * @param policy version of the disclosure policy
 * @param cause why, if it changes or takes back something told before
 * @param supersededBy the alert in whose favour it is taken back
 */
public record Disclosure(
        UUID childId,
        Agency recipient,
        UUID alertId,
        int revision,
        Status status,
        List<String> fields,
        Ground ground,
        Instant at,
        int policy,
        Optional<Cause> cause,
        Optional<UUID> supersededBy) {

    private static final List<String> OF_ALERT = List.of(
            "alertId",
            "ruleId",
            "childId",
            "municipality",
            "status",
            "level",
            "severity",
            "openedAt",
            "dueAt",
            "resolvedAt",
            "overdue",
            "anchor",
            "evidence",
            "sentence",
            "basis",
            "nextStep",
            "supersedes",
            "supersededBy",
            "withdrawnReason",
            "ruleVersion",
            "settingsVersion",
            "revision");
    private static final List<String> OF_NOTICE =
            List.of("alertId", "childId", "status", "dueAt", "notice", "revision");

    static Disclosure of(Told.Entry told, Instant at, Optional<Cause> cause) {
        Telling telling = told.telling();
        return new Disclosure(
                telling.childId(),
                told.recipient(),
                telling.alertId(),
                told.revision(),
                telling.status(),
                telling instanceof Alert ? OF_ALERT : OF_NOTICE,
                told.ground(),
                at,
                Disclose.VERSION,
                cause,
                telling instanceof Alert alert ? alert.supersededBy() : Optional.empty());
    }
}
