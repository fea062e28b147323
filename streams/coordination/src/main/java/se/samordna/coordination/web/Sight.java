package se.samordna.coordination.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.samordna.coordination.AlertLine;
import se.samordna.rules.Event;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.SharedFact;
import se.samordna.rules.Timeline;

/**
 * What one agency sees of a child.
 *
 * @param events its own and, to social services, the released ones of others, oldest first
 * @param alerts told to it and not taken back, the live ones first
 */
record Sight(List<Timeline.Entry> events, List<AlertLine> alerts) {

    static Sight of(Desk.Found found) {
        return new Sight(
                Timeline.of(
                        found.child().kept().child().kin().whole(found.child().now()),
                        found.whole(),
                        found.child().now(),
                        found.asker().agency()),
                alerts(found));
    }

    private static List<AlertLine> alerts(Desk.Found found) {
        return found.child().kept().head().told().entries().stream()
                .filter(entry -> entry.recipient() == found.asker().agency())
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
     * that others' events may tell its recipient.
     */
    boolean holds() {
        return events.stream().anyMatch(entry -> !(entry.fact().body() instanceof SharedFact.Retracted))
                || alerts.stream().anyMatch(AlertLine.Full.class::isInstance);
    }

    /** Of the newest event seen, else of an alert; where the feeds' freshness is told for. */
    String municipality() {
        return events.isEmpty()
                ? alerts.stream()
                        .filter(AlertLine.Full.class::isInstance)
                        .flatMap(line -> ((AlertLine.Full) line).municipality().stream())
                        .findFirst()
                        .orElse("")
                : events.getLast().fact().event().municipality();
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
