package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.rules.Agency;
import se.samordna.rules.Decide;
import se.samordna.rules.GateStatus;
import se.samordna.rules.Timeline;
import se.samordna.streams.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A child's events in time, as one agency may see them.
 *
 * @param mergedInto the newer id whose child it is now, under which its alerts and joined events are; for social services
 * @param asOf the child's now, or the earlier instant as of which it is shown
 * @param sources as of {@link ChildDocument}
 * @param events oldest first: the header's fields and the body's flat, as in a JSON line, and {@code gate}
 * @param processes what was or is under way
 * @param attendance weekly sums
 * @param actions on its alerts, oldest first, with what became of each
 */
record TimelineDocument(
        UUID childId,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> mergedInto,
        String municipality,
        Instant asOf,
        boolean standby,
        Answer.ReadFrom readFrom,
        List<FeedIndex.Source> sources,
        List<ObjectNode> events,
        List<Processes.Process> processes,
        List<Weeks.Week> attendance,
        List<AlertLine> alerts,
        List<ActionLine> actions) {

    static Object of(Past.Shown shown, Decide decide, JsonMapper json, Sources sources) {
        Desk.Found at = shown.at();
        Sight sight = shown.sight();
        Instant now = at.child().now();
        String municipality = shown.municipality();
        return new TimelineDocument(
                at.child().kept().child().childId(),
                at.mergedInto(),
                municipality,
                now,
                at.from().standby(),
                at.from(),
                shown.isPast() ? List.of() : sources.of(at.asker(), municipality, now),
                sight.events().stream()
                        .map(entry -> event(entry, at.asker(), json))
                        .toList(),
                Processes.of(sight.events()),
                Weeks.of(sight.events()),
                sight.alerts(),
                actions(shown, ActionLine.of(at, decide)));
    }

    /** Looking back, those alone on alerts that are shown. */
    private static List<ActionLine> actions(Past.Shown shown, List<ActionLine> all) {
        Set<UUID> alerts =
                shown.sight().alerts().stream().map(AlertLine::alertId).collect(Collectors.toSet());
        return all.stream()
                .filter(action -> !shown.isPast() || alerts.contains(action.alertId()))
                .toList();
    }

    private static ObjectNode event(Timeline.Entry entry, Asker asker, JsonMapper json) {
        var event = entry.fact().event();
        ObjectNode line = json.createObjectNode();
        line.put("type", entry.fact().body().type());
        line.put("eventId", entry.fact().id().toString());
        line.put("agency", event.agency().name());
        line.put("municipality", event.municipality());
        if (!event.source().isEmpty()) {
            line.put("source", event.source());
        }
        line.put("occurredAt", event.occurredAt().toString());
        line.put("receivedAt", event.receivedAt().toString());
        line.put("ground", event.ground().name());
        line.put("corrected", event.corrects().isPresent());
        // That a hold ended would tell other senders of an investigation.
        if (asker.agency() == Agency.SOCIAL_SERVICES) {
            line.set("gate", gate(entry.gate(), json));
        }
        json.<ObjectNode>valueToTree(entry.fact().body())
                .properties()
                .forEach(field -> line.set(field.getKey(), field.getValue()));
        return line;
    }

    private static ObjectNode gate(GateStatus status, JsonMapper json) {
        return switch (status) {
            case GateStatus.Released _ -> json.createObjectNode().put("status", "RELEASED");
            case GateStatus.Held(var reason) ->
                json.createObjectNode().put("status", "HELD").put("reason", reason.name());
        };
    }
}
