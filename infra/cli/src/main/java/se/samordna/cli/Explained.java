package se.samordna.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An alert with its explanation, as coordination answers.
 *
 * @param alert the line in words that its recipient was told
 * @param why the rule in force and the events' times; none of an alert that has been taken back, on which nothing rests
 */
record Explained(JsonNode alert, Optional<JsonNode> why) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What that recipient was told; empty if it has not been told the alert, or only by a notice.
     *
     * @param recipient empty: the agency of the token that is asked with
     */
    static Optional<Explained> of(Http http, UUID alertId, Optional<String> recipient) {
        String path = "/api/coordination/v1/alerts/" + alertId;
        return http.bodyIfThere(path + recipient.map(one -> "?as=" + one).orElse(""))
                .map(body -> JSON.readTree(body).path("alert"))
                .filter(alert -> alert.has("ruleId"))
                .map(alert -> new Explained(
                        alert,
                        http.bodyIfThere(path + "/explanation?childId="
                                        + alert.path("childId").asString()
                                        + recipient.map(one -> "&as=" + one).orElse(""))
                                .map(JSON::readTree)));
    }

    void print(PrintWriter out) {
        out.println(alert.path("sentence").path("en").asString());
        out.println(alert.path("sentence").path("sv").asString());
        out.println();
        row(out, "rule", text("ruleId") + " version " + text("ruleVersion") + ", settings " + text("settingsVersion"));
        why.map(found -> found.path("rule").path("explanation")).ifPresent(words -> {
            row(out, "why", words.path("en").asString());
            row(out, "varför", words.path("sv").asString());
        });
        row(out, "law or plan", text("basis"));
        row(out, "child", text("childId"));
        row(out, "municipality", text("municipality"));
        row(
                out,
                "status",
                text("status") + ", level " + text("level") + ", " + text("severity")
                        + (alert.path("overdue").asBoolean() ? ", overdue" : ""));
        row(out, "told to", text("recipient"));
        row(out, "since", text("openedAt"));
        row(out, "due", text("dueAt"));
        optional(out, "resolved", "resolvedAt");
        optional(out, "withdrawn", "withdrawnReason");
        row(out, "next step", text("nextStep"));
        row(out, "anchor", text("anchor"));
        alert.path("events").forEach(event -> row(out, "event", event(event)));
        why.ifPresent(found -> conditions(out, found));
        alert.path("supersedes").forEach(id -> row(out, "in place of", id.asString()));
        optional(out, "replaced by", "supersededBy");
    }

    /** Each with its value, in both languages; a cross where the value is what the rule asks for. */
    private static void conditions(PrintWriter out, JsonNode found) {
        out.println();
        out.println("conditions / villkor, as of " + found.path("asOf").asString());
        for (JsonNode condition : found.path("conditions")) {
            JsonNode label = condition.path("label");
            out.printf(
                    Locale.ROOT,
                    "[%s] %s / %s: %s%n",
                    condition.path("met").asBoolean() ? "x" : " ",
                    label.path("en").asString(),
                    label.path("sv").asString(),
                    condition.path("value").asString());
        }
        out.println("settings / inställningar: " + found.path("rule").path("settings"));
    }

    /** As one JSON object: the alert in words, and why under {@code explanation} if it stands. */
    String json() {
        Map<String, JsonNode> both = new LinkedHashMap<>();
        both.put("alert", alert);
        why.ifPresent(found -> both.put("explanation", found));
        return JSON.writeValueAsString(both);
    }

    /** Of another agency's event of a protected child there is an id and no more. */
    private String event(JsonNode event) {
        String id = event.path("eventId").asString();
        String words = id + " " + event.path("type").asString("") + " "
                + event.path("agency").asString("");
        return (words.strip() + " " + occurred(id)).strip();
    }

    private String occurred(String eventId) {
        for (JsonNode evidence : why.map(found -> found.path("evidence")).orElseGet(JSON::createArrayNode)) {
            if (evidence.path("eventId").asString("").equals(eventId)) {
                return evidence.path("occurredAt").asString("");
            }
        }
        return "";
    }

    private String text(String field) {
        return alert.path(field).asString("");
    }

    private void optional(PrintWriter out, String name, String field) {
        if (!text(field).isEmpty()) {
            row(out, name, text(field));
        }
    }

    private static void row(PrintWriter out, String name, String value) {
        out.printf(Locale.ROOT, "%-13s %s%n", name, value);
    }
}
