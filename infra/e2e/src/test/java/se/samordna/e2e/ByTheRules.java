package se.samordna.e2e;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.intake.Mode;
import se.samordna.kit.intake.Reading;
import se.samordna.kit.privacy.PseudonymKey;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.rules.Alert;
import se.samordna.rules.Child;
import se.samordna.rules.Decide;
import se.samordna.rules.Decision;
import se.samordna.rules.Effect;
import se.samordna.rules.Memory;
import se.samordna.rules.Notice;
import se.samordna.rules.Rules;
import se.samordna.rules.Status;
import se.samordna.rules.Told;
import se.samordna.streams.Signals;

/**
 * A file through intake's reader and the bare rules, in memory and one child after the other: what the whole system must say,
 * without any of it. Judged at each Tick, until no child has anything to tell another.
 */
final class ByTheRules {
    private final EventReader reader;
    private final Signals signals = new Signals();
    private final Decide decide = new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE);
    private final Map<UUID, OneOfThem> children = new HashMap<>();
    private Instant now = Instant.EPOCH;

    private static final class OneOfThem {
        private final Child child;
        private Told told = Told.NOTHING;

        private OneOfThem(UUID id) {
            child = Child.empty(id, Memory.COORDINATION);
        }
    }

    private ByTheRules(Path key) {
        reader = new EventReader(Pseudonymizer.with(new PseudonymKey.KeyFile(key, true)));
    }

    /**
     * The lines that a recipient must have of a file, by recipient, in the order of the command line, without revisions.
     *
     * @param key of the pseudonyms
     */
    static Map<String, List<String>> alerts(Collection<String> lines, Path key) {
        var rules = new ByTheRules(key);
        lines.forEach(rules::take);
        rules.judge();
        Map<String, List<String>> alerts = new HashMap<>();
        Story.RECIPIENTS.forEach(recipient -> alerts.put(recipient, new ArrayList<>()));
        rules.children.values().stream()
                .flatMap(one -> one.told.entries().stream())
                .filter(entry -> entry.telling().status() != Status.WITHDRAWN)
                .forEach(entry -> alerts.computeIfAbsent(recipient(entry), _ -> new ArrayList<>())
                        .add(line(entry)));
        return alerts;
    }

    private void take(String line) {
        switch (reader.read(line, Mode.files())) {
            case Reading.Tick(Instant at) -> {
                now = at;
                judge();
            }
            case Reading.Event event ->
                children.computeIfAbsent(event.childId(), OneOfThem::new)
                        .child
                        .accept(signals.event(event.event()).orElseThrow(), now);
            case Reading.Measurement _ -> {}
            case Reading.Refused _ -> throw new AssertionError("not valid: " + line);
        }
    }

    private void judge() {
        Deque<Effect> effects = new ArrayDeque<>();
        children.values().forEach(one -> effects.addAll(judged(one)));
        while (!effects.isEmpty()) {
            if (effects.remove() instanceof Effect.Cross(UUID target, var crossing, long number, var cause)) {
                OneOfThem other = children.computeIfAbsent(target, OneOfThem::new);
                other.child.kin().accept(crossing, number, cause);
                effects.addAll(judged(other));
            }
        }
    }

    private List<Effect> judged(OneOfThem one) {
        Decision decision = decide.decide(one.child, now, one.told);
        one.told = decision.told();
        return decision.effects();
    }

    private static String line(Told.Entry entry) {
        return switch (entry.telling()) {
            case Alert a -> full(a, recipient(entry));
            case Notice n ->
                "{\"alertId\":\"%s\",\"childId\":\"%s\",\"status\":\"%s\",\"dueAt\":\"%s\",\"recipient\":\"%s\",\"notice\":\"%s\"}"
                        .formatted(n.alertId(), n.childId(), n.status(), n.dueAt(), recipient(entry), n.code());
        };
    }

    private static String full(Alert a, String recipient) {
        return "{\"alertId\":\"%s\",\"ruleId\":\"%s\",\"childId\":\"%s\",\"municipality\":%s,\"status\":\"%s\",\"level\":%d,"
                        .formatted(a.alertId(), a.rule(), a.childId(), municipality(a), a.status(), a.level())
                + "\"severity\":\"%s\",\"openedAt\":\"%s\",\"dueAt\":\"%s\",\"resolvedAt\":%s,\"overdue\":%s,"
                        .formatted(
                                a.severity(),
                                a.openedAt(),
                                a.dueAt(),
                                a.resolvedAt()
                                        .map(at -> '"' + at.toString() + '"')
                                        .orElse("null"),
                                a.overdue())
                + "\"anchor\":\"%s\",\"evidence\":[%s],\"recipient\":\"%s\"}"
                        .formatted(
                                a.anchor(),
                                a.evidence().stream()
                                        .map(e -> "\"" + e.eventId() + "\"")
                                        .collect(Collectors.joining(",")),
                                recipient);
    }

    private static String municipality(Alert alert) {
        return alert.municipality().isEmpty() ? "null" : '"' + alert.municipality() + '"';
    }

    private static String recipient(Told.Entry entry) {
        return entry.recipient().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
