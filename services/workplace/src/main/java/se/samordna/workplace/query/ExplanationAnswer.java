package se.samordna.workplace.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samordna.workplace.query.RuleList.Both;

/**
 * Why an alert was told.
 *
 * @param explanation of the rule, with the numbers in force
 */
public record ExplanationAnswer(Both explanation, List<Condition> conditions, List<Evidence> evidence) {

    /**
     * A condition of the rule with what it came to.
     *
     * @param code of what is asked
     * @param value in the rule's own words, such as an instant or a number
     */
    public record Condition(String code, Both label, String value, boolean met) {
        static Condition of(Shape one) {
            return new Condition(
                    one.textOrEmpty("code"), Both.of(one.in("label")), one.textOrEmpty("value"), one.flag("met"));
        }
    }

    /**
     * An event that it rests on.
     *
     * @param type and times are empty where the event may not be shown
     */
    public record Evidence(
            String eventId, Optional<String> type, Optional<Instant> occurredAt, Optional<Instant> receivedAt) {
        static Evidence of(Shape one) {
            return new Evidence(
                    one.textOrEmpty("eventId"), one.text("type"), one.instant("occurredAt"), one.instant("receivedAt"));
        }
    }

    static ExplanationAnswer of(Shape answer) {
        return new ExplanationAnswer(
                Both.of(answer.in("rule").in("explanation")),
                answer.list("conditions").stream().map(Condition::of).toList(),
                answer.list("evidence").stream().map(Evidence::of).toList());
    }
}
