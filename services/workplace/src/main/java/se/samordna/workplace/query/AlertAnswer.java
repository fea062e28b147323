package se.samordna.workplace.query;

import java.util.Optional;

/**
 * One alert or notice.
 *
 * @param answer of the asker's own agency to a notice
 */
public record AlertAnswer(Freshness freshness, Alert alert, Optional<Acted> answer) {

    static AlertAnswer of(Shape answer) {
        return new AlertAnswer(
                Freshness.of(answer),
                Alert.of(answer.in("alert")),
                answer.has("answer") ? Optional.of(Acted.of(answer.in("answer"))) : Optional.empty());
    }
}
