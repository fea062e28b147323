package se.samordna.workplace.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An alert as it was told to the social services, or a notice to another agency.
 *
 * @param alertId and childId are UUIDs, or empty if the answer has none
 * @param ruleId empty in a notice
 * @param level 1 notice, 2 urgent, 3 overdue or worst step
 * @param sentence by language; may be empty
 * @param nextStep code; may be empty
 * @param notice the code that is all a notice says; empty of an alert in full
 * @param revision how many times it has been told, this one included
 * @param supersedes the alerts in whose place it came
 */
public record Alert(
        String alertId,
        String ruleId,
        String childId,
        String municipality,
        String status,
        int level,
        String severity,
        Optional<Instant> openedAt,
        Optional<Instant> dueAt,
        Optional<Instant> resolvedAt,
        boolean overdue,
        List<Evidence> evidence,
        Map<String, String> sentence,
        String basis,
        String nextStep,
        Map<String, String> nextStepText,
        Optional<String> ruleVersion,
        Optional<String> settingsVersion,
        Optional<String> supersededBy,
        Optional<String> withdrawnReason,
        Optional<String> notice,
        long revision,
        List<String> supersedes) {

    private static final Set<String> LIVE = Set.of("OPEN", "ACKNOWLEDGED");

    /**
     * An event it rests on.
     *
     * @param type and agency may be empty: of a protected child other agencies' events are ids alone
     */
    public record Evidence(String eventId, String type, String agency, Optional<Instant> occurredAt) {}

    /** Whether someone still has to do something. */
    public boolean live() {
        return LIVE.contains(status);
    }

    static Alert of(Shape one) {
        return new Alert(
                one.uuid("alertId").orElse(""),
                one.textOrEmpty("ruleId"),
                one.uuid("childId").orElse(""),
                one.textOrEmpty("municipality"),
                one.text("status").orElse("UNKNOWN"),
                Math.clamp(one.number("level").orElse(1), 1, 3),
                one.textOrEmpty("severity"),
                one.instant("openedAt"),
                one.instant("dueAt"),
                one.instant("resolvedAt"),
                one.flag("overdue"),
                // The line has ids alone; beside it may stand what kind of event each is.
                (one.has("events") ? one.list("events") : one.list("evidence"))
                        .stream().map(Alert::evidence).toList(),
                inLanguages(one, "sentence"),
                one.textOrEmpty("basis"),
                one.text("nextStep").orElse(one.in("nextStep").textOrEmpty("code")),
                inLanguages(one, "nextStep"),
                one.text("ruleVersion"),
                one.text("settingsVersion"),
                one.uuid("supersededBy"),
                one.text("withdrawnReason"),
                one.text("notice"),
                one.number("revision").orElse(1),
                one.uuids("supersedes"));
    }

    private static Evidence evidence(Shape one) {
        return one.node().isString()
                ? new Evidence(one.node().asString(), "", "", Optional.empty())
                : new Evidence(
                        one.textOrEmpty("eventId"),
                        one.textOrEmpty("type"),
                        one.textOrEmpty("agency"),
                        one.instant("occurredAt"));
    }

    static Map<String, String> inLanguages(Shape one, String field) {
        Shape both = one.in(field);
        String sv = both.text("sv").orElse("");
        return Map.of("sv", sv, "en", both.text("en").orElse(sv));
    }

    /** Its words in a language, if it came with any. */
    public Optional<String> sentence(Locale language) {
        return Optional.ofNullable(sentence.get(language.getLanguage())).filter(text -> !text.isBlank());
    }
}
