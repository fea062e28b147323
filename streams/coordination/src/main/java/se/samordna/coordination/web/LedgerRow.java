package se.samordna.coordination.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samordna.alerts.Disclosure;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.running.AlertIndex;
import se.samordna.schemas.Agencies;
import se.samordna.streams.web.Csv;

/**
 * One telling: who was told, on what ground, and why it was changed.
 *
 * @param at by the child's clock
 * @param rule and {@code municipality} of its alert; none where that has been erased
 * @param status as told; UNKNOWN in entries that are older than the field
 * @param fields the names of what was told, not their values
 * @param policy the version of the disclosure policy; 0 in entries that are older than the field
 */
record LedgerRow(
        Instant at,
        UUID childId,
        UUID alertId,
        Optional<String> rule,
        Optional<String> municipality,
        String recipient,
        int revision,
        String status,
        String ground,
        Optional<String> reason,
        Optional<UUID> supersededBy,
        List<String> fields,
        int policy)
        implements LogRow {

    static LedgerRow of(Disclosure told, AlertIndex alerts) {
        return new LedgerRow(
                told.getAt(),
                told.getChildId(),
                told.getAlertId(),
                alerts.inFull(told.getAlertId()).map(AlertLine.Full::ruleId),
                alerts.municipality(told.getAlertId()),
                Agencies.wireName(told.getRecipient()),
                told.getRevision(),
                told.getStatus().name(),
                told.getGround().name(),
                Optional.ofNullable(told.getReason()),
                Optional.ofNullable(told.getSupersededBy()),
                told.getFields(),
                told.getPolicy());
    }

    static Csv heading() {
        return new Csv(
                "at,childId,alertId,rule,municipality,recipient,revision,status,ground,reason,supersededBy,fields,policy");
    }

    @Override
    public List<String> values() {
        return List.of(
                at.toString(),
                childId.toString(),
                alertId.toString(),
                rule.orElse(""),
                municipality.orElse(""),
                recipient,
                Integer.toString(revision),
                status,
                ground,
                reason.orElse(""),
                supersededBy.map(UUID::toString).orElse(""),
                String.join(" ", fields),
                Integer.toString(policy));
    }
}
