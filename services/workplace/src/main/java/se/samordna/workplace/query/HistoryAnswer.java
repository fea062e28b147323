package se.samordna.workplace.query;

import java.util.List;
import java.util.Optional;

/**
 * Who was told of an alert, on which ground, and what people did with it.
 *
 * @param alert as the child's own store has it
 * @param told the last that each recipient was told, as far as the asker may know
 * @param actions oldest first
 */
public record HistoryAnswer(Alert alert, List<Telling> told, List<Acted> actions) {

    /**
     * What one recipient was told.
     *
     * @param recipient as topics name it, such as {@code social-services}
     * @param notice the code; empty: the alert in full
     * @param ground a code
     */
    public record Telling(String recipient, long revision, String status, Optional<String> notice, String ground) {
        static Telling of(Shape one) {
            return new Telling(
                    one.textOrEmpty("recipient"),
                    one.number("revision").orElse(1),
                    one.text("status").orElse("UNKNOWN"),
                    one.text("notice"),
                    one.textOrEmpty("ground"));
        }
    }

    static HistoryAnswer of(Shape answer) {
        return new HistoryAnswer(
                Alert.of(answer.in("alert")),
                answer.list("told").stream().map(Telling::of).toList(),
                answer.list("actions").stream().map(Acted::of).toList());
    }
}
