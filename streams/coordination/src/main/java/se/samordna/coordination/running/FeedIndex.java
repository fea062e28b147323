package se.samordna.coordination.running;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import se.samordna.events.Agency;
import se.samordna.platform.Feed;
import se.samordna.rules.Calendar;
import se.samordna.schemas.Agencies;

/** How fresh the feeds are, and the greatest time seen. Of feeds, never of a child. Safe for several threads. */
public final class FeedIndex {

    private final Map<Key, Instant> newest = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong();

    private record Key(String municipality, Agency agency) {}

    /**
     * One agency's feed in a municipality.
     *
     * @param lastEventAt when its newest event was received; empty if it never sent one
     * @param silent whether it has said nothing for longer than such a feed does, or never anything
     */
    public record Source(String agency, Optional<Instant> lastEventAt, boolean silent) {

        /**
         * The same as another agency may be told it: {@code lastEventAt} is the first instant of the local day on which the
         * source was last heard. The instant itself is that of one event, one that the gate still holds too, and of a
         * source that is seldom heard of one family. Whether it is silent stays as the exact instant says.
         */
        public Source byDay() {
            return new Source(agency, lastEventAt.map(at -> Calendar.start(Calendar.day(at))), silent);
        }
    }

    void take(Feed feed) {
        newest.merge(
                new Key(feed.getMunicipality(), feed.getAgency()),
                feed.getLastEventAt(),
                (a, b) -> a.isAfter(b) ? a : b);
    }

    /** Time is at least this, as a tick or an alert says. */
    void at(Instant time) {
        clock.accumulateAndGet(time.toEpochMilli(), Math::max);
    }

    /** The platform's clock as far as seen here. */
    public Instant clock() {
        return Instant.ofEpochMilli(clock.get());
    }

    /** The municipalities from which anything has ever been heard, by code. */
    public List<String> heard() {
        return newest.keySet().stream()
                .map(Key::municipality)
                .distinct()
                .sorted()
                .toList();
    }

    /** The four agencies' feeds in a municipality at an instant. */
    public List<Source> of(String municipality, Instant now, Duration silentAfter) {
        return Agencies.ALL.stream()
                .map(agency -> {
                    Optional<Instant> last = Optional.ofNullable(newest.get(new Key(municipality, agency)));
                    boolean silent =
                            last.map(at -> at.plus(silentAfter).isBefore(now)).orElse(true);
                    return new Source(agency.name(), last, silent);
                })
                .toList();
    }
}
