package se.samordna.indicators.running;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samordna.events.Agency;
import se.samordna.platform.Feed;

/** How fresh the agencies' feeds are, of a municipality or of several together. */
public final class Freshness {

    private static final List<Agency> AGENCIES =
            List.of(Agency.SOCIAL_SERVICES, Agency.SCHOOL, Agency.REGION, Agency.POLICE);

    private Freshness() {}

    /**
     * An agency's feed.
     *
     * @param lastEventAt when its newest event was received; none if it never sent one
     * @param silent whether that is too long ago, or never
     */
    public record Source(Agency agency, @Nullable Instant lastEventAt, boolean silent) {}

    /**
     * All four agencies' feeds.
     *
     * @param where which municipalities
     * @param now the platform's clock, if it is known
     */
    public static List<Source> of(
            Collection<Feed> feeds, Predicate<String> where, Optional<Instant> now, Duration silentAfter) {
        return AGENCIES.stream()
                .map(agency -> {
                    Optional<Instant> last = feeds.stream()
                            .filter(feed -> feed.getAgency() == agency && where.test(feed.getMunicipality()))
                            .map(Feed::getLastEventAt)
                            .max(Instant::compareTo);
                    boolean silent = last.map(at ->
                                    now.filter(at.plus(silentAfter)::isBefore).isPresent())
                            .orElse(true);
                    return new Source(agency, last.orElse(null), silent);
                })
                .toList();
    }
}
