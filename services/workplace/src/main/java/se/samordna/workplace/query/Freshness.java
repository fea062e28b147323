package se.samordna.workplace.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fresh an answer is.
 *
 * @param asOf the platform's clock when it was made
 * @param standby whether it was read from a standby, which may lag
 * @param sources of the agencies' feeds in the municipality or, of a county, in each of its; never of one child
 */
public record Freshness(Optional<Instant> asOf, boolean standby, List<Source> sources) {

    /**
     * An agency's feed.
     *
     * @param municipality where the answer is of several; else empty
     * @param silent whether it has been quiet for longer than such a feed is
     */
    public record Source(String agency, String municipality, Optional<Instant> lastEventAt, boolean silent) {}

    /** Whether the sources are of several municipalities. */
    public boolean ofSeveral() {
        return sources.stream().anyMatch(source -> !source.municipality().isEmpty());
    }

    static Freshness of(Shape answer) {
        List<Source> sources = answer.list("sources").stream()
                .map(one -> new Source(
                        one.textOrEmpty("agency"),
                        one.textOrEmpty("municipality"),
                        one.instant("lastEventAt"),
                        one.flag("silent")))
                .toList();
        return new Freshness(answer.instant("asOf"), answer.flag("standby"), sources);
    }
}
