package se.samordna.workplace.query;

import java.util.Optional;

/**
 * One alert or notice.
 *
 * @param answer of the asker's own agency to a notice
 * @param filed the municipality of a notice's alert, which the notice does not say; empty: not known
 */
public record AlertAnswer(Freshness freshness, Alert alert, Optional<Acted> answer, String filed) {

    static AlertAnswer of(Shape answer) {
        return new AlertAnswer(
                Freshness.of(answer),
                Alert.of(answer.in("alert")),
                answer.has("answer") ? Optional.of(Acted.of(answer.in("answer"))) : Optional.empty(),
                answer.textOrEmpty("filed"));
    }
}
