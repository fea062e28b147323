package se.samordna.coordination.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samordna.access.Area;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.Head;
import se.samordna.coordination.running.AlertIndex;
import se.samordna.coordination.running.AnswerIndex;
import se.samordna.coordination.running.CoordinationRuntime;
import se.samordna.rules.Acted;
import se.samordna.rules.Action;
import se.samordna.rules.Decide;
import se.samordna.streams.Answer;
import se.samordna.streams.ChildLookup;

/**
 * How an agency has answered the notices it was sent: the last that its people did with one, unless that was to open it
 * again or has been taken back. Where that cannot be known here and now, the child being another instance's, a notice is
 * not answered: what is asked twice is better than what is never asked.
 */
@Component
final class Answers {

    private static final Set<String> DEALT_WITH = Set.of("ACKNOWLEDGED", "CLOSED");

    private final CoordinationRuntime runtime;
    private final Decide decide;

    Answers(CoordinationRuntime runtime, Decide decide) {
        this.runtime = runtime;
        this.decide = decide;
    }

    /** The ids of what the asker's agency has answered in an area; of what it has in full the status says so. */
    Set<UUID> in(Area area, Asker asker) {
        AlertIndex alerts = runtime.readModel().alerts();
        return index().of(agency(asker)).stream()
                .flatMap(alertId -> alerts.filed(asker.recipient(), alertId).stream())
                .filter(filed -> area.covers(filed.municipality()))
                .map(AlertIndex.Filed::line)
                .filter(line -> line instanceof AlertLine.Full
                        ? DEALT_WITH.contains(line.status())
                        : to(line, asker).isPresent())
                .map(AlertLine::alertId)
                .collect(Collectors.toSet());
    }

    /** The asker's agency's answers to those notices, by their ids. */
    Map<UUID, ActionLine> to(List<AlertLine> lines, Asker asker) {
        Map<UUID, ActionLine> answers = new LinkedHashMap<>();
        lines.forEach(line -> to(line, asker).ifPresent(answer -> answers.put(line.alertId(), answer)));
        return answers;
    }

    /** The asker's agency's answer to a notice; none to an alert in full. */
    Optional<ActionLine> to(AlertLine line, Asker asker) {
        if (line instanceof AlertLine.Full || !index().holds(agency(asker), line.alertId())) {
            return Optional.empty();
        }
        return runtime.children()
                .map(children -> children.ask(line.childId(), asker.forwarded()))
                .flatMap(answer -> answer instanceof Answer.Found<ChildLookup.Snapshot<Head>>(var child, var from)
                        ? last(child, line.alertId(), asker)
                        : Optional.empty());
    }

    private Optional<ActionLine> last(ChildLookup.Snapshot<Head> child, UUID alertId, Asker asker) {
        var told = child.kept().head().told();
        var known = child.kept().child();
        return decide.actions(known, child.now(), told).seenBy(asker.agency(), told).stream()
                .filter(one -> one.action().agency() == asker.agency())
                .filter(one -> one.action().body().alertId().equals(alertId))
                .filter(one -> !(one.action().body() instanceof Action.AlertSnoozed))
                .reduce((_, later) -> later)
                .filter(Answers::answers)
                .map(one -> ActionLine.of(one, !known.isProtected(child.now())));
    }

    private static boolean answers(Acted one) {
        return !(one.action().body() instanceof Action.AlertReopened);
    }

    private AnswerIndex index() {
        return runtime.readModel().answers();
    }

    private static se.samordna.events.Agency agency(Asker asker) {
        return se.samordna.events.Agency.valueOf(asker.agency().name());
    }
}
