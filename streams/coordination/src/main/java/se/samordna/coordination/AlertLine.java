package se.samordna.coordination;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import se.samordna.alerts.Alert;
import se.samordna.alerts.AlertNotice;
import se.samordna.schemas.Agencies;

/** An alert or notice as it is told, in the contract's form and order of fields ("Alerts out"). */
public sealed interface AlertLine {

    UUID alertId();

    UUID childId();

    String status();

    Instant dueAt();

    String recipient();

    /** Whether someone still has to do something. */
    default boolean live() {
        return status().equals("OPEN") || status().equals("ACKNOWLEDGED");
    }

    /**
     * An alert in full.
     *
     * @param municipality empty if its rule knows of none (R17)
     */
    record Full(
            UUID alertId,
            String ruleId,
            UUID childId,
            Optional<String> municipality,
            String status,
            int level,
            String severity,
            Instant openedAt,
            Instant dueAt,
            Optional<Instant> resolvedAt,
            boolean overdue,
            String anchor,
            List<UUID> evidence,
            String recipient,
            int revision,

            @JsonInclude(JsonInclude.Include.NON_ABSENT) @JsonUnwrapped @Nullable
            Words words)
            implements AlertLine {}

    /** A coded notice. */
    record Notice(
            UUID alertId, UUID childId, String status, Instant dueAt, String recipient, String notice, int revision)
            implements AlertLine {}

    /** What an inbox shows beside the line. */
    record Words(
            Sentence sentence,
            String basis,
            String nextStep,
            List<Evidence> events,
            List<UUID> supersedes,
            Optional<UUID> supersededBy,
            Optional<String> withdrawnReason,
            int ruleVersion,
            String settingsVersion) {}

    /** One text in both languages. */
    record Sentence(String sv, String en) {}

    /** An event that the alert rests on; of a protected child other agencies' are ids alone. */
    record Evidence(UUID eventId, Optional<String> type, Optional<String> agency) {}

    /** The line alone. */
    static AlertLine of(SpecificRecord told) {
        return switch (told) {
            case Alert alert -> line(alert, null);
            case AlertNotice notice -> notice(notice);
            default -> throw new IllegalArgumentException("no alert: " + told.getClass());
        };
    }

    /** The line with the words that go with it. */
    static AlertLine inWords(SpecificRecord told) {
        return told instanceof Alert alert ? line(alert, words(alert)) : of(told);
    }

    private static AlertLine notice(AlertNotice notice) {
        return new Notice(
                notice.getAlertId(),
                notice.getChildId(),
                notice.getStatus().name(),
                notice.getDueAt(),
                Agencies.wireName(notice.getRecipient()),
                notice.getNotice(),
                notice.getRevision());
    }

    private static AlertLine line(Alert alert, @Nullable Words words) {
        return new Full(
                alert.getAlertId(),
                alert.getRuleId(),
                alert.getChildId(),
                Optional.of(alert.getMunicipality()).filter(m -> !m.isEmpty()),
                alert.getStatus().name(),
                alert.getLevel(),
                alert.getSeverity().name(),
                alert.getOpenedAt(),
                alert.getDueAt(),
                Optional.ofNullable(alert.getResolvedAt()),
                alert.getOverdue(),
                alert.getAnchor(),
                alert.getEvidence().stream()
                        .map(se.samordna.alerts.Evidence::getEventId)
                        .toList(),
                Agencies.wireName(alert.getRecipient()),
                alert.getRevision(),
                words);
    }

    private static Words words(Alert alert) {
        return new Words(
                new Sentence(alert.getSentence().getSv(), alert.getSentence().getEn()),
                alert.getBasis(),
                alert.getNextStep(),
                alert.getEvidence().stream().map(AlertLine::evidence).toList(),
                alert.getSupersedes(),
                Optional.ofNullable(alert.getSupersededBy()),
                Optional.ofNullable(alert.getWithdrawnReason()),
                alert.getRuleVersion(),
                alert.getSettingsVersion());
    }

    private static Evidence evidence(se.samordna.alerts.Evidence event) {
        return new Evidence(
                event.getEventId(),
                Optional.ofNullable(event.getType()),
                Optional.ofNullable(event.getAgency()).map(Enum::name));
    }
}
