package se.samordna.workplace.timeline;

import java.util.List;
import java.util.Optional;
import se.samordna.workplace.query.Event;

/**
 * That a lane is empty where another agency's events are not for the reader's eyes. Said wherever it is empty, of what may
 * be shown at all: that something is withheld of this child would itself tell of it.
 */
final class Withheld {
    private static final String SOCIAL_SERVICES = "SOCIAL_SERVICES";

    private Withheld() {}

    /**
     * What to say in an agency's lane.
     *
     * @param events all that the reader sees of the child, whenever
     * @return the key of a text
     */
    static Optional<String> in(String agency, String reader, List<Event> events) {
        if (agency.equals(reader)) {
            return Optional.empty();
        }
        if (!reader.equals(SOCIAL_SERVICES)) {
            return Optional.of("child.timeline.others");
        }
        List<Event> own =
                events.stream().filter(event -> event.agency().equals(agency)).toList();
        boolean attended = own.stream().anyMatch(event -> event.type().equals("AttendanceReported"));
        if (own.isEmpty()) {
            return Optional.of("child.timeline.withheld");
        }
        return agency.equals("SCHOOL") && !attended ? Optional.of("child.timeline.withheld.absence") : Optional.empty();
    }
}
