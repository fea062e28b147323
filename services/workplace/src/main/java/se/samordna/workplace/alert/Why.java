package se.samordna.workplace.alert;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.schemas.UuidText;
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

    /** A condition: "väntar på någon av", "Utredning öppnad". */
    public record ConditionRow(String label, String value, boolean met) {}

    /**
     * An event that it rests on.
     *
     * @param what empty where it may not be shown
     * @param late when it was received, where that was more than a day after it happened
     */
    public record EvidenceRow(String when, String what, String agency, String late, String eventId) {}

    /** Puts it into words. */
    @Component
    static final class Maker {
        /** Told beside: the events as a list of their own, the acts as the history. */
        private static final Set<String> ELSEWHERE = Set.of("EVIDENCE", "ACTION");

        private static final Pattern ID = Pattern.compile(UuidText.FORM + "(/\\S*)?");
        private static final Pattern NUMBER = Pattern.compile("\\d{1,9}\\.\\d{1,9}");
        private static final Pattern GAPS = Pattern.compile("\\s+");
        private static final long DAY = 86_400;

        private final Texts texts;
        private final Moments moments;

        Maker(Texts texts, Moments moments) {
            this.texts = texts;
            this.moments = moments;
        }

        Why of(Alert alert, ExplanationAnswer why) {
            return new Why(
                    why.explanation().in(texts.language()),
                    why.conditions().stream()
                            .filter(one -> !ELSEWHERE.contains(one.code()))
                            .map(one ->
                                    new ConditionRow(one.label().in(texts.language()), value(one.value()), one.met()))
                            .toList(),
                    why.evidence().stream().map(one -> row(alert, one)).toList());
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
                    agency,
                    late,
                    one.eventId());
        }

        /** Coordination tells values in signs of no language: instants and types become words, ids mean nothing here. */
        private String value(String value) {
            return Stream.of(GAPS.split(ID.matcher(value).replaceAll("").strip()))
                    .map(this::word)
                    .collect(Collectors.joining(" "))
                    .strip();
        }

        private String word(String word) {
            String comma = word.endsWith(",") ? "," : "";
            String bare = comma.isEmpty() ? word : word.substring(0, word.length() - 1);
            return texts.known("event." + bare).orElseGet(() -> instant(bare)) + comma;
        }

        private String instant(String word) {
            try {
                return moments.at(Instant.parse(word));
            } catch (DateTimeException notOne) {
                return NUMBER.matcher(word).matches() ? number(word) : word;
            }
        }

        private String number(String word) {
            return NumberFormat.getInstance(texts.language()).format(new BigDecimal(word));
        }
    }
}
