package se.samordna.indicators.running;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samordna.events.Agency;
import se.samordna.indicators.cells.Period;
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
    public record Source(Agency agency, @Nullable Instant lastEventAt, boolean silent) {

        /**
         * The same as anyone may be told it: {@code lastEventAt} is the beginning of the local week, on a Monday, in which
         * the source was last heard. Of a small municipality the instant itself would be that of one event, one that the
         * gate still holds too, and whoever asks every minute would have a list of them. Whether it is silent stays as the
         * exact instant says.
         */
        public Source byWeek() {
            return new Source(agency, lastEventAt == null ? null : week(lastEventAt), silent);
        }

        /** The same for the municipality itself: the beginning of that local day, since the event may be another authority's. */
        public Source byDay() {
            return new Source(agency, lastEventAt == null ? null : day(lastEventAt), silent);
        }

        private static Instant day(Instant at) {
            return at.atZone(Period.LOCAL)
                    .toLocalDate()
                    .atStartOfDay(Period.LOCAL)
                    .toInstant();
        }

        private static Instant week(Instant at) {
            return at.atZone(Period.LOCAL)
                    .toLocalDate()
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .atStartOfDay(Period.LOCAL)
                    .toInstant();
        }
    }

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
