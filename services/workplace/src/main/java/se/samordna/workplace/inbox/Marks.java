package se.samordna.workplace.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.AlertList;

/** What of a list is new or changed since an instant of the platform's clock. */
final class Marks {
    /**
     * A telling carries the clock of its child and is read a moment later, when another's may have moved on. What was shown
     * as of an instant is taken to have been seen up to this long before it.
     */
    static final Duration READING = Duration.ofSeconds(2);

    private Marks() {}

    /** NEW, CHANGED, WITHDRAWN, or empty. */
    static String of(Alert alert, AlertList list, Optional<Instant> since) {
        Optional<Instant> told = Optional.ofNullable(list.told().get(alert.alertId()));
        if (since.isEmpty() || told.filter(at -> at.isAfter(since.get())).isEmpty()) {
            return "";
        }
        if (alert.status().equals("WITHDRAWN")) {
            return "WITHDRAWN";
        }
        boolean begun = alert.openedAt().filter(at -> at.isAfter(since.get())).isPresent();
        return begun || alert.revision() <= 1 ? "NEW" : "CHANGED";
    }
}
