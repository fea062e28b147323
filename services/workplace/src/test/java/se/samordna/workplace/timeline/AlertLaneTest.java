package se.samordna.workplace.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.Freshness;
import se.samordna.workplace.timeline.Picture.AlertLane;

/** The alerts of a child below the lanes of the agencies, in the summer of 2026. */
class AlertLaneTest {
    private static final Instant NOW = Instant.parse("2026-06-22T08:00:00Z");

    @Test
    void as_many_as_there_is_room_for_are_drawn_and_that_there_are_more_is_said() {
        assertThat(lane(14).lines()).hasSize(14);
        assertThat(lane(14).more()).isEmpty();
        assertThat(lane(16).lines()).hasSize(14);
        assertThat(lane(16).more()).contains("child.timeline.more 2");
        assertThat(lane(16).height()).isGreaterThan(lane(14).height());
    }

    @Test
    void an_alert_is_called_by_its_rule_and_says_when_it_is_due() {
        assertThat(lane(1).lines()).singleElement().satisfies(line -> {
            assertThat(line.label()).isEqualTo("R06, child.timeline.due 2026-06-23");
            assertThat(line.title()).isEqualTo(line.label());
        });
    }

    private static AlertLane lane(int alerts) {
        return new Drawing(TimelineTest.ZONE, new PlainWords())
                .draw(
                        List.of(),
                        IntStream.range(0, alerts)
                                .mapToObj(AlertLaneTest::alert)
                                .toList(),
                        new Freshness(Optional.of(NOW), false, List.of()),
                        NOW,
                        Window.USUAL,
                        "SOCIAL_SERVICES")
                .alerts();
    }

    private static Alert alert(int number) {
        Instant opened = NOW.minus(Duration.ofDays(10L + number));
        return new Alert(
                "a" + number,
                "R06",
                "c",
                "2380",
                "OPEN",
                1,
                "NORMAL",
                Optional.of(opened),
                Optional.of(NOW.plus(Duration.ofDays(1))),
                Optional.empty(),
                false,
                List.of(),
                Map.of(),
                "",
                "",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                List.of());
    }
}
