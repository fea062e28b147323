package se.samordna.workplace.query;

/** One alert or notice. */
public record AlertAnswer(Freshness freshness, Alert alert) {

    static AlertAnswer of(Shape answer) {
        return new AlertAnswer(Freshness.of(answer), Alert.of(answer.in("alert")));
    }
}
