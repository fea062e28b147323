package se.samordna.coordination.web;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samordna.access.Area;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.Head;
import se.samordna.coordination.running.CoordinationRuntime;
import se.samordna.coordination.running.SnoozeIndex.Asleep;
import se.samordna.rules.Decide;
import se.samordna.rules.Snooze;
import se.samordna.streams.Answer;
import se.samordna.streams.ChildLookup;

/**
 * Which alerts an inbox hides: snoozed, and no worse since (rules.md, status). Where that cannot be known here and now,
 * the child being another instance's, the alert is shown.
 */
@Component
final class Snoozed {

    private final CoordinationRuntime runtime;
    private final Decide decide;

    Snoozed(CoordinationRuntime runtime, Decide decide) {
        this.runtime = runtime;
        this.decide = decide;
    }

    /** The ids of a recipient's hidden alerts in an area. */
    Set<UUID> in(Area area, Asker asker, Instant now) {
        var read = runtime.readModel();
        return read.snoozes().at(now).stream()
                .filter(asleep -> read.alerts()
                        .find(asker.recipient(), asleep.alertId())
                        .filter(line -> line.live()
                                && line instanceof AlertLine.Full full
                                && full.municipality().filter(area::covers).isPresent()
                                && hides(asleep, full, asker, now))
                        .isPresent())
                .map(Asleep::alertId)
                .collect(Collectors.toSet());
    }

    private boolean hides(Asleep asleep, AlertLine.Full line, Asker asker, Instant now) {
        return runtime.children()
                .map(children -> children.ask(asleep.childId(), asker.forwarded()))
                .flatMap(answer -> answer instanceof Answer.Found<ChildLookup.Snapshot<Head>>(var child, var from)
                        ? snooze(child, asleep)
                        : Optional.empty())
                .filter(snooze -> snooze.hides(line.level(), now))
                .isPresent();
    }

    private Optional<Snooze> snooze(ChildLookup.Snapshot<Head> child, Asleep asleep) {
        return decide.actions(
                        child.kept().child(), child.now(), child.kept().head().told())
                .snooze(asleep.alertId());
    }
}
