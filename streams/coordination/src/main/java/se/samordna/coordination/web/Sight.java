package se.samordna.coordination.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samordna.coordination.AlertLine;
import se.samordna.rules.Event;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.SharedFact;
import se.samordna.rules.Status;
import se.samordna.rules.Timeline;
import se.samordna.rules.Told;

/**
 * What one agency sees of a child; with a token, its people in one place: of its own events those of that place.
 *
 * @param asker whose sight it is
 * @param events its own and, to social services, the released ones of others, oldest first
 * @param alerts told to it and not taken back, the live ones first
 */
record Sight(Asker asker, List<Timeline.Entry> events, List<AlertLine> alerts) {

    static Sight of(Desk.Found found, Asker asker) {
        return new Sight(
                asker,
                Timeline.of(
                                found.child()
                                        .kept()
                                        .child()
                                        .kin()
                                        .whole(found.child().now()),
                                found.whole(),
                                found.child().now(),
                                asker.agency())
                        .stream()
                        .filter(entry -> asker.sees(entry.fact().event()))
                        .toList(),
                alerts(found, asker));
    }

    /** What the asker's people have been told of the child, alerts taken back too. */
    private static Stream<Told.Entry> told(Desk.Found found, Asker asker) {
        return found.child().kept().head().told().entries().stream()
                .filter(entry -> entry.recipient() == asker.agency() && asker.worksIn(entry.municipality()));
    }

    /** The alerts that the asker's people have been told of, those taken back too. */
    static Set<UUID> alertIds(Desk.Found found) {
        return told(found, found.asker())
                .map(entry -> entry.telling().alertId())
                .collect(Collectors.toSet());
    }

    /** Those of them that have been taken back. */
    static Set<UUID> takenBack(Desk.Found found) {
        return told(found, found.asker())
                .filter(entry -> entry.telling().status() == Status.WITHDRAWN)
                .map(entry -> entry.telling().alertId())
                .collect(Collectors.toSet());
    }

    private static List<AlertLine> alerts(Desk.Found found, Asker asker) {
        return told(found, asker)
                .map(entry -> AlertLine.inWords(
                        found.form().of(entry.recipient(), entry.telling(), entry.revision(), Optional.empty())))
                .filter(line -> !line.status().equals("WITHDRAWN"))
                .sorted(Comparator.comparing((AlertLine line) -> !line.live())
                        .thenComparing(AlertLine::dueAt)
                        .thenComparing(AlertLine::alertId))
                .toList();
    }

    /**
     * Whether there is anything on which the agency may look at the child: an event it sees, but for one that only takes
     * another back, or an alert in full, which to other agencies than the social services is over events of their own
     * (attendance is folded away in time, an alert that it led to stays). A notice is no such thing: what it tells is all
     * that others' events may tell its recipient. With a token, of the place where its people work: what others elsewhere
     * may tell the social services of a child is no ground for those who have nothing to do with it.
     */
    boolean holds() {
        return here().anyMatch(entry -> !(entry.fact().body() instanceof SharedFact.Retracted))
                || alerts.stream().anyMatch(AlertLine.Full.class::isInstance);
    }

    /** Of the newest event seen, else of an alert; where the feeds' freshness is told for. */
    String municipality() {
        return here().reduce((_, newer) -> newer)
                .map(entry -> entry.fact().event().municipality())
                .or(() -> alerts.stream()
                        .filter(AlertLine.Full.class::isInstance)
                        .flatMap(line -> ((AlertLine.Full) line).municipality().stream())
                        .findFirst())
                .orElse("");
    }

    private Stream<Timeline.Entry> here() {
        return events.stream()
                .filter(entry -> asker.worksIn(entry.fact().event().municipality()));
    }

    /** The strictest that an event seen says. */
    ProtectedIdentity protectedIdentity() {
        return events.stream()
                .map(entry -> entry.fact().event())
                .map(Event::protectedIdentity)
                .max(Comparator.naturalOrder())
                .orElse(ProtectedIdentity.NONE);
    }
}
