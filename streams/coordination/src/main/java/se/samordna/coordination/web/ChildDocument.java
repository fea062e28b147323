package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.streams.Answer;

/**
 * A child as one agency may see it.
 *
 * @param mergedInto the newer id whose child it is now, under which its alerts and joined events are; for social services
 * @param municipality of the newest event that the asker sees; where the feeds' freshness is told for
 * @param protectedIdentity the strictest that such an event says
 * @param alerts told to the asker, the live ones first
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
        List<AlertLine> alerts) {

    static Optional<Object> of(Desk.Found found, BiFunction<String, Instant, List<FeedIndex.Source>> sources) {
        Sight sight = found.sight();
        if (!sight.holds()) {
            return Optional.empty();
        }
        Instant now = found.child().now();
        return Optional.of(new ChildDocument(
                found.child().kept().child().childId(),
                found.mergedInto(),
                sight.municipality(),
                sight.protectedIdentity().name(),
                now,
                found.from().standby(),
                found.from(),
                sources.apply(sight.municipality(), now),
                sight.alerts()));
    }
}
