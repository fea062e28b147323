package se.samordna.rules;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the anchors of alerts that are no longer yielded moved: to the new alert that opens nearest to the old. */
final class Successors {

    private Successors() {}

    /** New alert by old. */
    static Map<UUID, UUID> of(Told.OfRule told, Judge.Verdict verdict) {
        Set<UUID> yielded = new HashSet<>();
        verdict.alerts().forEach(a -> yielded.add(a.alert().alertId()));
        List<Alert> gone = told.entries().stream()
                .map(Told.Entry::telling)
                .filter(t -> t.status() != Status.WITHDRAWN && !yielded.contains(t.alertId()))
                .flatMap(t -> t instanceof Alert a ? Stream.of(a) : Stream.of())
                .toList();
        if (gone.isEmpty()) {
            return Map.of();
        }
        List<Alert> come = verdict.alerts().stream()
                .map(Judge.Existing::alert)
                .filter(a -> told.liveEntry(a.alertId()).isEmpty())
                .toList();
        Map<UUID, UUID> successors = new HashMap<>();
        for (Alert old : gone) {
            come.stream()
                    .filter(a -> suffix(a).equals(suffix(old)))
                    .min(Comparator.comparing(
                            a -> Duration.between(old.openedAt(), a.openedAt()).abs()))
                    .ifPresent(a -> successors.put(old.alertId(), a.alertId()));
        }
        return successors;
    }

    /** What kind of anchor it has: one of {@code /a} does not move to one of {@code /b}. */
    private static String suffix(Alert alert) {
        int slash = alert.anchor().indexOf('/');
        return slash < 0 ? "" : alert.anchor().substring(slash);
    }
}
