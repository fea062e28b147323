package se.samordna.workplace.query;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A child as the asker may see it.
 *
 * @param municipality of its latest event; empty if not said
 * @param withdrawn alerts taken back, the latest first
 * @param told when each of those was, by its id
 * @param protectedIdentity NONE, SECRECY_MARKED or PROTECTED_REGISTRATION
 */
public record ChildAnswer(
        Freshness freshness,
        String childId,
        String municipality,
        String protectedIdentity,
        List<Alert> alerts,
        List<Alert> withdrawn,
        Map<String, Instant> told) {

    static ChildAnswer of(Shape answer) {
        Shape when = answer.in("told");
        Map<String, Instant> told = new HashMap<>();
        when.scalars().keySet().forEach(id -> when.instant(id).ifPresent(at -> told.put(id, at)));
        return new ChildAnswer(
                Freshness.of(answer),
                answer.textOrEmpty("childId"),
                answer.textOrEmpty("municipality"),
                answer.text("protectedIdentity").orElse("NONE"),
                answer.list("alerts").stream().map(Alert::of).toList(),
                answer.list("withdrawn").stream().map(Alert::of).toList(),
                told);
    }
}
