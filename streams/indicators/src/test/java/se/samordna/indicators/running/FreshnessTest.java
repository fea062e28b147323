package se.samordna.indicators.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.events.Agency;
import se.samordna.indicators.running.Freshness.Source;
import se.samordna.platform.Feed;

class FreshnessTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2026-03-09T12:00:00Z");
    private static final Instant LAST_MONTH = Instant.parse("2026-02-09T12:00:00Z");

    @Test
    void an_agency_is_as_fresh_as_its_newest_partition_and_silent_when_that_is_long_ago_or_never() {
        var feeds = List.of(
                new Feed("2380", Agency.SOCIAL_SERVICES, LAST_MONTH),
                new Feed("2380", Agency.SOCIAL_SERVICES, YESTERDAY),
                new Feed("2380", Agency.SCHOOL, LAST_MONTH),
                new Feed("1265", Agency.REGION, YESTERDAY));

        assertThat(Freshness.of(feeds, "2380"::equals, Optional.of(NOW), Duration.ofDays(7)))
                .containsExactly(
                        new Source(Agency.SOCIAL_SERVICES, YESTERDAY, false),
                        new Source(Agency.SCHOOL, LAST_MONTH, true),
                        new Source(Agency.REGION, null, true),
                        new Source(Agency.POLICE, null, true));
    }
}
