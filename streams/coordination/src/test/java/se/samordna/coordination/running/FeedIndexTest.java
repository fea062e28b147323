package se.samordna.coordination.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.coordination.running.FeedIndex.Source;
import se.samordna.events.Agency;
import se.samordna.platform.Feed;

class FeedIndexTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2026-03-09T12:00:00Z");
    private static final Instant LAST_MONTH = Instant.parse("2026-02-09T12:00:00Z");

    @Test
    void a_source_not_heard_for_long_is_silent_and_one_never_heard_is_not_connected() {
        FeedIndex feeds = new FeedIndex();
        feeds.take(new Feed("2380", Agency.SOCIAL_SERVICES, LAST_MONTH));
        feeds.take(new Feed("2380", Agency.SOCIAL_SERVICES, YESTERDAY));
        feeds.take(new Feed("2380", Agency.SCHOOL, LAST_MONTH));

        assertThat(feeds.of("2380", NOW, Duration.ofDays(7)))
                .containsExactly(
                        new Source("SOCIAL_SERVICES", Optional.of(YESTERDAY), false),
                        new Source("SCHOOL", Optional.of(LAST_MONTH), true),
                        new Source("REGION", Optional.empty(), false),
                        new Source("POLICE", Optional.empty(), false));
        assertThat(feeds.of("2303", NOW, Duration.ofDays(7)))
                .hasSize(4)
                .noneMatch(Source::silent)
                .allMatch(source -> source.lastEventAt().isEmpty());
        assertThat(feeds.heard()).containsExactly("2380");
    }
}
