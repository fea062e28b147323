package se.samordna.indicators.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Sunday's last millisecond and Monday's first are in two weeks, in winter and in summer; silence is of the instant. */
    @Test
    void anyone_is_told_the_local_week_in_which_it_was_heard_and_nothing_finer() {
        assertThat(Stream.of(
                                "2026-03-08T22:59:59.999Z",
                                "2026-03-08T23:00:00Z",
                                "2026-03-15T22:59:59.999Z",
                                "2026-03-29T21:59:59.999Z",
                                "2026-03-29T22:00:00Z",
                                "2026-01-01T12:00:00Z")
                        .map(at -> new Source(Agency.POLICE, Instant.parse(at), true).byWeek()))
                .containsExactly(
                        heard("2026-03-01T23:00:00Z"),
                        heard("2026-03-08T23:00:00Z"),
                        heard("2026-03-08T23:00:00Z"),
                        heard("2026-03-22T23:00:00Z"),
                        heard("2026-03-29T22:00:00Z"),
                        heard("2025-12-28T23:00:00Z"));
        assertThat(new Source(Agency.POLICE, null, true).byWeek()).isEqualTo(new Source(Agency.POLICE, null, true));
    }

    @Test
    void a_source_heard_six_days_ago_is_not_silent_though_its_week_began_longer_ago() {
        var feeds = List.of(new Feed("2380", Agency.SCHOOL, Instant.parse("2026-03-06T12:00:00Z")));
        var now = Optional.of(Instant.parse("2026-03-12T12:00:00Z"));

        assertThat(Freshness.of(feeds, "2380"::equals, now, Duration.ofDays(7)).stream()
                        .map(Source::byWeek)
                        .filter(source -> !source.silent()))
                .containsExactly(new Source(Agency.SCHOOL, Instant.parse("2026-03-01T23:00:00Z"), false));
    }

    private static Source heard(String week) {
        return new Source(Agency.POLICE, Instant.parse(week), true);
    }
}
