package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.streams.Answer;

/**
 * A child as one agency may see it.
 *
 * @param mergedInto the newer id whose child it is now, under which its alerts and joined events are; for social services
 * @param municipality of the newest event that the asker sees; where the feeds' freshness is told for
 * @param protectedIdentity the strictest that such an event says
 * @param asOf the child's now, or the earlier instant as of which it is shown
 * @param sources empty as of an earlier instant: when each was heard from last is kept of today alone; the asker's own
 *     agency to the millisecond, others' {@code lastEventAt} is the first instant of that local day
 * @param alerts told to the asker, the live ones first
 * @param withdrawn those taken back, the latest first, and {@code told}, when each was; left out where there are none
 */
record ChildDocument(
        UUID childId,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> mergedInto,
        String municipality,
        String protectedIdentity,
        Instant asOf,
        boolean standby,
        Answer.ReadFrom readFrom,
        List<FeedIndex.Source> sources,
        List<AlertLine> alerts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AlertLine> withdrawn,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<UUID, Instant> told) {

    static Object of(Past.Shown shown, Sources sources, Recalls recalls) {
        Desk.Found at = shown.at();
        Instant now = at.child().now();
        String municipality = shown.municipality();
        return new ChildDocument(
                at.child().kept().child().childId(),
                at.mergedInto(),
                municipality,
                shown.sight().protectedIdentity().name(),
                now,
                at.from().standby(),
                at.from(),
                shown.isPast() ? List.of() : sources.of(at.asker(), municipality, now),
                shown.sight().alerts(),
                recalls.withdrawn(),
                recalls.told());
    }
}
