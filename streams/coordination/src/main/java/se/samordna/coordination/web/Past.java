package se.samordna.coordination.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.Head;
import se.samordna.rules.Child;
import se.samordna.rules.Decide;
import se.samordna.rules.Known;
import se.samordna.rules.Memory;
import se.samordna.rules.Rules;
import se.samordna.rules.Timeline;
import se.samordna.rules.Told;

/**
 * What was known of a child at an earlier instant, as far as whoever asks may see it now.
 *
 * <pre>
 * child now ─▶ events received by then ─▶ rules in force, judged then ─▶ minus what is not for the asker's eyes now
 * </pre>
 *
 * The rules of today about who sees what hold for the past, too: an event of another agency is shown only if it is today
 * (not one whose consent was withdrawn, nor one that was taken back as never to have been sent), and an alert only if it
 * was told to the asker and rests on nothing that they may not see today. What the asker's own agency knew it knew.
 */
@Component
final class Past {

    /** Before it nothing was known of anyone, and rules reckon days back from an instant. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Decide decide;
    private final Memory memory;

    Past(Decide decide, Rules rules) {
        this.decide = decide;
        this.memory = Memory.COORDINATION.with(rules.absence());
    }

    /**
     * A child as an answer shows it.
     *
     * @param at the child, at its now or at the instant that is looked back to
     * @param sight what of it is shown
     * @param today what of it the asker sees today
     */
    record Shown(Desk.Found at, Sight sight, Sight today) {

        /** Whether anything was looked back to. */
        boolean isPast() {
            return sight != today;
        }

        /** The municipality for which the feeds' freshness is told. */
        String municipality() {
            return sight.municipality().isEmpty() ? today.municipality() : sight.municipality();
        }
    }

    /**
     * The child as of then; as it is now if that is not earlier, and if the child has been protected since: of what was in
     * the open before, nothing is shown any more. Empty if the asker sees nothing of the child today.
     */
    Optional<Shown> shown(Desk.Found today, Optional<Instant> then) {
        Sight now = today.sight();
        if (!now.holds()) {
            return Optional.empty();
        }
        return Optional.of(then.map(at -> at.isBefore(EARLIEST) ? EARLIEST : at)
                .filter(at -> at.isBefore(today.child().now()))
                .flatMap(at -> before(today, now, at))
                .orElseGet(() -> new Shown(today, now, now)));
    }

    private Optional<Shown> before(Desk.Found today, Sight now, Instant then) {
        Child known = Known.at(today.child().kept().child(), memory, then);
        boolean openThen = today.whole().isProtected(today.child().now()) && !known.isProtected(then);
        if (openThen) {
            return Optional.empty();
        }
        Told told = decide.decide(known, then, Told.NOTHING).told();
        Desk.Found at = new Desk.Found(
                today.child().at(known, new Head(Optional.empty(), told), then),
                known,
                today.from(),
                today.asker(),
                today.form());
        return Optional.of(new Shown(at, masked(at.sight(), now, today), now));
    }

    private static Sight masked(Sight then, Sight now, Desk.Found today) {
        Asker asker = then.asker();
        Set<UUID> seenNow = ids(now.events());
        List<Timeline.Entry> events = then.events().stream()
                .filter(entry -> entry.fact().agency() == asker.agency()
                        || seenNow.contains(entry.fact().id()))
                .toList();
        Set<UUID> shown = ids(events);
        Map<UUID, AlertLine> live = now.alerts().stream()
                .collect(Collectors.toMap(AlertLine::alertId, Function.identity(), (one, _) -> one));
        Set<UUID> told = Sight.alertIds(today);
        List<AlertLine> alerts = then.alerts().stream()
                .filter(line -> told.contains(line.alertId()))
                .filter(line -> restsOn(line, shown, Optional.ofNullable(live.get(line.alertId()))))
                .toList();
        return new Sight(asker, events, alerts);
    }

    /** A notice names no event, so it is shown while it stands; an alert in full as far as its events are shown today. */
    private static boolean restsOn(AlertLine then, Set<UUID> shown, Optional<AlertLine> today) {
        return switch (then) {
            case AlertLine.Full full -> {
                Set<UUID> seen = new HashSet<>(shown);
                today.filter(AlertLine.Full.class::isInstance)
                        .map(AlertLine.Full.class::cast)
                        .ifPresent(one -> seen.addAll(one.evidence()));
                yield seen.containsAll(full.evidence());
            }
            case AlertLine.Notice _ -> today.isPresent();
        };
    }

    private static Set<UUID> ids(List<Timeline.Entry> entries) {
        return entries.stream().map(entry -> entry.fact().id()).collect(Collectors.toSet());
    }
}
