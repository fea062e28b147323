package se.samordna.workplace.alert;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.ExplanationAnswer;

/**
 * Why an alert was told, in words.
 *
 * @param rule what it looks for, with the numbers in force
 * @param conditions in the rule's order
 * @param evidence oldest first
 */
public record Why(String rule, List<ConditionRow> conditions, List<EvidenceRow> evidence) {

    /**
     * A condition: "väntar på någon av", "Utredning inledd".
     *
     * @param missed whether it is too late for it to be met
     */
    public record ConditionRow(String label, String value, boolean met, boolean missed) {}

    /**
     * An event that it rests on.
     *
     * @param what empty where it may not be shown
     * @param hidden what is said of one that may not
     * @param late when it was received, where that was more than a day after it happened
     */
    public record EvidenceRow(String when, String what, String hidden, String agency, String late) {}

    /** Puts it into words. */
    @Component
    static final class Maker {
        /** Told beside: the events as a list of their own, the acts as the history. */
        private static final Set<String> ELSEWHERE = Set.of("EVIDENCE", "ACTION");

        /** The school's own rule, which sees nothing but its attendance: that is not kept day by day. */
        private static final String OF_ATTENDANCE = "R09";

        private static final long DAY = 86_400;

        private final WhyValue values;
        private final Texts texts;
        private final Moments moments;

        Maker(WhyValue values, Texts texts, Moments moments) {
            this.values = values;
            this.texts = texts;
            this.moments = moments;
        }

        Why of(Alert alert, ExplanationAnswer why) {
            return new Why(
                    why.explanation().in(texts.language()),
                    why.conditions().stream()
                            .filter(one -> !ELSEWHERE.contains(one.code()))
                            .map(this::row)
                            .toList(),
                    why.evidence().stream().map(one -> row(alert, one)).toList());
        }

        /** Of what an alert hangs on, its due time alone cannot come any more. */
        private ConditionRow row(ExplanationAnswer.Condition one) {
            return new ConditionRow(
                    one.label().in(texts.language()),
                    values.of(one.code(), one.value()),
                    one.met(),
                    !one.met() && one.code().equals("DUE"));
        }

        private EvidenceRow row(Alert alert, ExplanationAnswer.Evidence one) {
            String agency = alert.evidence().stream()
                    .filter(known -> known.eventId().equals(one.eventId()))
                    .map(Alert.Evidence::agency)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .map(text -> texts.orCode("agency.", text))
                    .orElse("");
            String late = one.occurredAt()
                    .flatMap(at -> one.receivedAt().filter(got -> got.isAfter(at.plusSeconds(DAY))))
                    .map(moments::at)
                    .orElse("");
            return new EvidenceRow(
                    one.occurredAt().map(moments::at).orElse(""),
                    one.type().map(type -> texts.orCode("event.", type)).orElse(""),
                    texts.of(alert.ruleId().equals(OF_ATTENDANCE) ? "child.why.hidden.attendance" : "child.why.hidden"),
                    agency,
                    late);
        }
    }
}
