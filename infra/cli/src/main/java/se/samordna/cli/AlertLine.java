package se.samordna.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samordna.alerts.Alert;
import se.samordna.alerts.AlertNotice;
import se.samordna.schemas.Agencies;
import tools.jackson.databind.json.JsonMapper;

/**
 * An alert or a notice as one line of the contract.
 *
 * @param fields in the contract's order
 */
record AlertLine(String recipient, String childId, String alertId, String status, Map<String, Object> fields) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The order of the lines: by recipient, child and alert, as text. */
    static final Comparator<AlertLine> ORDER = Comparator.comparing(AlertLine::recipient)
            .thenComparing(AlertLine::childId)
            .thenComparing(AlertLine::alertId);

    static AlertLine of(Alert alert) {
        String recipient = Agencies.wireName(alert.getRecipient());
        List<String> evidence = alert.getEvidence().stream()
                .map(e -> e.getEventId().toString())
                .sorted()
                .toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alertId", alert.getAlertId().toString());
        fields.put("ruleId", alert.getRuleId());
        fields.put("childId", alert.getChildId().toString());
        fields.put("municipality", alert.getMunicipality());
        fields.put("status", alert.getStatus().name());
        fields.put("level", alert.getLevel());
        fields.put("severity", alert.getSeverity().name());
        fields.put("openedAt", alert.getOpenedAt().toString());
        fields.put("dueAt", alert.getDueAt().toString());
        fields.put(
                "resolvedAt",
                Optional.ofNullable(alert.getResolvedAt()).map(Object::toString).orElse(null));
        fields.put("overdue", alert.getOverdue());
        fields.put("anchor", alert.getAnchor());
        fields.put("evidence", evidence);
        fields.put("recipient", recipient);
        fields.put("revision", alert.getRevision());
        return new AlertLine(
                recipient,
                alert.getChildId().toString(),
                alert.getAlertId().toString(),
                alert.getStatus().name(),
                fields);
    }

    static AlertLine of(AlertNotice notice) {
        String recipient = Agencies.wireName(notice.getRecipient());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alertId", notice.getAlertId().toString());
        fields.put("childId", notice.getChildId().toString());
        fields.put("status", notice.getStatus().name());
        fields.put("dueAt", notice.getDueAt().toString());
        fields.put("recipient", recipient);
        fields.put("notice", notice.getNotice());
        fields.put("revision", notice.getRevision());
        return new AlertLine(
                recipient,
                notice.getChildId().toString(),
                notice.getAlertId().toString(),
                notice.getStatus().name(),
                fields);
    }

    String json() {
        return JSON.writeValueAsString(fields);
    }

    /** For people: rule or notice, status, child, due time. */
    String words() {
        Object what = fields.getOrDefault("ruleId", fields.getOrDefault("notice", ""));
        boolean overdue = Boolean.TRUE.equals(fields.get("overdue"));
        return "%-16s %-34s %-12s %s  due %s%s"
                .formatted(recipient, what, status, childId, fields.get("dueAt"), overdue ? "  OVERDUE" : "");
    }
}
