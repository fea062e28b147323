package se.samordna.workplace.query;

import java.util.List;

/**
 * A child as the asker may see it.
 *
 * @param municipality of its latest event; empty if not said
 * @param protectedIdentity NONE, SECRECY_MARKED or PROTECTED_REGISTRATION
 */
public record ChildAnswer(
        Freshness freshness, String childId, String municipality, String protectedIdentity, List<Alert> alerts) {

    static ChildAnswer of(Shape answer) {
        return new ChildAnswer(
                Freshness.of(answer),
                answer.textOrEmpty("childId"),
                answer.textOrEmpty("municipality"),
                answer.text("protectedIdentity").orElse("NONE"),
                answer.list("alerts").stream().map(Alert::of).toList());
    }
}
