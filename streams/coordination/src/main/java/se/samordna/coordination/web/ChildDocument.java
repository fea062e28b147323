package se.samordna.coordination.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import se.samordna.coordination.AlertForm;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.rules.Event;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.Timeline;
import se.samordna.streams.Answer;

/**
 * A child as one agency may see it.
 *
 * @param municipality of the newest event that the asker sees; where the feeds' freshness is told for
 * @param protectedIdentity the strictest that such an event says
 * @param alerts told to the asker, the live ones first
 */
record ChildDocument(
        UUID childId,
        String municipality,
        String protectedIdentity,
        Instant asOf,
        boolean standby,
        Answer.ReadFrom readFrom,
        List<FeedIndex.Source> sources,
        List<AlertLine> alerts) {

    static Optional<Object> of(
            Desk.Found found,
            Asker asker,
            AlertForm form,
            BiFunction<String, Instant, List<FeedIndex.Source>> sources) {
        var child = found.child().kept().child();
        Instant now = found.child().now();
        List<Timeline.Entry> seen = Timeline.of(child, now, asker.agency());
        List<AlertLine> alerts = alerts(found, asker, form);
        if (seen.isEmpty() && alerts.isEmpty()) {
            return Optional.empty();
        }
        String municipality = municipality(seen, alerts);
        return Optional.of(new ChildDocument(
                child.childId(),
                municipality,
                strictest(seen).name(),
                now,
                found.from().standby(),
                found.from(),
                sources.apply(municipality, now),
                alerts));
    }

    /** What the asker has been told of the child and not been taken back. */
    static List<AlertLine> alerts(Desk.Found found, Asker asker, AlertForm form) {
        return found.child().kept().head().told().entries().stream()
                .filter(entry -> entry.recipient() == asker.agency())
                .map(entry -> AlertLine.inWords(
                        form.of(entry.recipient(), entry.telling(), entry.revision(), Optional.empty())))
                .filter(line -> !line.status().equals("WITHDRAWN"))
                .sorted(Comparator.comparing((AlertLine line) -> !line.live())
                        .thenComparing(AlertLine::dueAt)
                        .thenComparing(AlertLine::alertId))
                .toList();
    }

    static String municipality(List<Timeline.Entry> seen, List<AlertLine> alerts) {
        return seen.isEmpty()
                ? alerts.stream()
                        .filter(AlertLine.Full.class::isInstance)
                        .map(line -> ((AlertLine.Full) line).municipality())
                        .findFirst()
                        .orElse("")
                : seen.getLast().fact().event().municipality();
    }

    private static ProtectedIdentity strictest(List<Timeline.Entry> seen) {
        return seen.stream()
                .map(entry -> entry.fact().event())
                .map(Event::protectedIdentity)
                .max(Comparator.naturalOrder())
                .orElse(ProtectedIdentity.NONE);
    }
}
