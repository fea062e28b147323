package se.samordna.workplace.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samordna.access.Area;
import se.samordna.events.Agency;
import se.samordna.workplace.query.Event;

/** Whether the social services of a place have an open case on a child: an investigation, support or a placement (rules.md). */
final class OpenCase {

    private static final Map<String, String> OPENED_BY = Map.of(
            "InvestigationOpened", "investigationId", "SupportStarted", "supportId", "PlacementStarted", "placementId");
    private static final Map<String, String> CLOSED_BY = Map.of(
            "InvestigationClosed", "investigationId", "SupportEnded", "supportId", "PlacementEnded", "placementId");

    private OpenCase() {}

    /** @param events oldest first */
    static boolean in(List<Event> events, Area area) {
        Set<String> open = new HashSet<>();
        for (Event event : events) {
            boolean theirs =
                    event.agency().equals(Agency.SOCIAL_SERVICES.name()) && area.covers(event.fact("municipality"));
            if (theirs && OPENED_BY.containsKey(event.type())) {
                open.add(named(event, OPENED_BY));
            } else if (theirs && CLOSED_BY.containsKey(event.type())) {
                open.remove(named(event, CLOSED_BY));
            }
        }
        return !open.isEmpty();
    }

    private static String named(Event event, Map<String, String> fields) {
        String field = fields.getOrDefault(event.type(), "");
        return field + "|" + event.fact(field);
    }
}
