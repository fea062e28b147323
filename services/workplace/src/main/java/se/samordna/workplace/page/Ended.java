package se.samordna.workplace.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samordna.workplace.query.Acted;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.ChildAnswer;

/** The alerts of a child that are over, those taken back among them, the latest first. */
final class Ended {
    private Ended() {}

    /** @param actions on any of the child's alerts, oldest first */
    static List<Alert> of(ChildAnswer child, List<Acted> actions) {
        return Stream.concat(child.alerts().stream().filter(alert -> !alert.live()), child.withdrawn().stream())
                .sorted(Comparator.comparing((Alert alert) -> ended(alert, child, actions))
                        .reversed()
                        .thenComparing(Alert::alertId))
                .toList();
    }

    /** When it was over: taken back, resolved or closed; the due time where nothing says. */
    private static Instant ended(Alert alert, ChildAnswer child, List<Acted> actions) {
        return Optional.ofNullable(child.told().get(alert.alertId()))
                .or(alert::resolvedAt)
                .or(() -> closed(alert, actions))
                .or(alert::dueAt)
                .orElse(Instant.EPOCH);
    }

    private static Optional<Instant> closed(Alert alert, List<Acted> actions) {
        return actions.stream()
                .filter(one -> one.alertId().equals(alert.alertId()))
                .filter(one -> one.type().equals("AlertClosed") && one.why().isEmpty())
                .reduce((_, later) -> later)
                .flatMap(Acted::occurredAt);
    }
}
