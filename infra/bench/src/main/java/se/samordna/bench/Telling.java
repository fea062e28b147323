package se.samordna.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.alerts.AlertNotice;
import se.samordna.alerts.Evidence;
import se.samordna.rules.Alert;
import se.samordna.rules.Notice;
import se.samordna.rules.Told;

/**
 * What a recipient was last told of an alert, in a form to compare: all but the revision, which counts the steps of the way
 * and not where it ended.
 *
 * @param content empty when it was taken back
 */
record Telling(String recipient, UUID alertId, String content) {

    private static final String WITHDRAWN = "WITHDRAWN";

    static Telling of(Told.Entry entry) {
        String content = switch (entry.telling()) {
            case Alert a ->
                text(
                        a.status(),
                        a.rule(),
                        a.municipality(),
                        a.level(),
                        a.severity(),
                        a.openedAt(),
                        a.dueAt(),
                        a.resolvedAt().map(Object::toString).orElse("-"),
                        a.overdue(),
                        a.anchor(),
                        a.evidence().stream().map(e -> e.eventId()).toList());
            case Notice n -> text(n.status(), n.code(), n.dueAt());
        };
        return new Telling(entry.recipient().name(), entry.telling().alertId(), content);
    }

    static Telling of(SpecificRecord record) {
        return switch (record) {
            case se.samordna.alerts.Alert a ->
                new Telling(
                        a.getRecipient().name(),
                        a.getAlertId(),
                        text(
                                a.getStatus(),
                                a.getRuleId(),
                                a.getMunicipality(),
                                a.getLevel(),
                                a.getSeverity(),
                                a.getOpenedAt(),
                                a.getDueAt(),
                                a.getResolvedAt() == null ? "-" : a.getResolvedAt(),
                                a.getOverdue(),
                                a.getAnchor(),
                                a.getEvidence().stream()
                                        .map(Evidence::getEventId)
                                        .toList()));
            case AlertNotice n ->
                new Telling(n.getRecipient().name(), n.getAlertId(), text(n.getStatus(), n.getNotice(), n.getDueAt()));
            default -> throw new IllegalArgumentException(record.getSchema().getName());
        };
    }

    /** Puts it in its place; one taken back leaves none. */
    void into(Map<String, String> tellings) {
        String place = recipient + " " + alertId;
        if (content.isEmpty()) {
            tellings.remove(place);
        } else {
            tellings.put(place, content);
        }
    }

    private static String text(Object status, Object... fields) {
        return status.toString().equals(WITHDRAWN) ? "" : status + " " + List.of(fields);
    }
}
