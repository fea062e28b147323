package se.samordna.workplace.act;

import java.util.Optional;
import java.util.UUID;
import se.samordna.access.Caller;
import se.samordna.workplace.query.Alert;

/**
 * An alert that is acted on.
 *
 * @param municipality as the record tells it: the alert's, or of a notice, which names none, the one it is filed in
 */
public record On(UUID alertId, UUID childId, String municipality) {

    /**
     * The alert as the query API has it: what a form says of its child is never taken for true.
     *
     * @param from the municipality a notice is filed in, as the API says, else the one whose inbox it was found in; empty: not known
     * @return empty if it lies outside where the caller works, or is none that can be acted on
     */
    public static Optional<On> of(Alert alert, String from, Caller caller) {
        if (alert.alertId().isEmpty() || alert.childId().isEmpty()) {
            return Optional.empty();
        }
        String municipality = alert.municipality().isEmpty() ? from : alert.municipality();
        String told = municipality.isEmpty() ? fallback(caller) : municipality;
        return caller.area().covers(told)
                ? Optional.of(new On(UUID.fromString(alert.alertId()), UUID.fromString(alert.childId()), told))
                : Optional.empty();
    }

    /** Where nothing says a municipality: the caller's own, or the first of their county. */
    private static String fallback(Caller caller) {
        return caller.area().municipalities().getFirst().code();
    }
}
