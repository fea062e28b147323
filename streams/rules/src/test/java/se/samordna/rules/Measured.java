package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What indicators were last told of each of a child's alerts: they keep it, whatever becomes of the app. */
final class Measured {

    private final Map<UUID, Timeliness> last = new TreeMap<>(Order.IDS);
    private int told;

    void hear(Effect effect) {
        if (effect instanceof Effect.Measure(Timeliness of)) {
            told++;
            if (of.answered() == Timeliness.Answered.WITHDRAWN) {
                last.remove(of.alertId());
            } else {
                last.put(of.alertId(), of);
            }
        }
    }

    /** How often they were told anything. */
    int told() {
        return told;
    }

    /** What counts at an instant: a line of each alert that is due. */
    List<String> lines(Instant now) {
        return last.values().stream()
                .filter(of -> !of.dueAt().isAfter(now))
                .map(of -> String.join(
                        " ",
                        "counted",
                        of.alertId().toString(),
                        of.rule().name(),
                        of.municipality(),
                        of.dueAt().toString(),
                        Boolean.toString(of.answered() == Timeliness.Answered.IN_TIME)))
                .toList();
    }
}
