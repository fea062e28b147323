package se.samordna.workplace.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A coordinator's day: here at eight, at nine, and after lunch. */
class OwnTest {
    private static final Instant EIGHT = Instant.parse("2026-06-22T06:00:00Z");
    private static final Instant NINE = EIGHT.plus(Duration.ofHours(1));

    @Test
    void what_one_has_seen_counts_from_the_visit_before() {
        Own first = Own.NOTHING.looked(Optional.of(EIGHT), EIGHT);
        assertThat(first.before())
                .as("nothing is new to one who was never here")
                .isEmpty();

        Own same = first.looked(Optional.of(EIGHT.plusSeconds(600)), EIGHT.plusSeconds(600));
        assertThat(same.before()).as("ten minutes later is the same visit").isEmpty();

        Own later = same.looked(Optional.of(NINE), NINE);
        assertThat(later.before()).as("up to when the list was seen then").contains(EIGHT.plusSeconds(600));
        assertThat(later.looked(Optional.of(NINE.plusSeconds(60)), NINE.plusSeconds(60))
                        .before())
                .isEqualTo(later.before());
    }

    @Test
    void time_seen_never_runs_backwards_and_an_answer_without_a_clock_moves_nothing() {
        Own seen = Own.NOTHING.looked(Optional.of(NINE), NINE);

        assertThat(seen.looked(Optional.of(EIGHT), NINE).seen()).contains(NINE);
        assertThat(seen.looked(Optional.empty(), NINE).seen()).contains(NINE);
    }

    @Test
    void all_called_seen_leaves_nothing_new() {
        assertThat(Own.NOTHING
                        .looked(Optional.of(EIGHT), EIGHT)
                        .allSeen(NINE, NINE)
                        .before())
                .contains(NINE);
    }

    @Test
    void so_many_views_are_kept_each_name_once() {
        Filters open = Filters.ofQuery("status=OPEN").orElseThrow();
        Own own = IntStream.range(0, 20)
                .mapToObj(i -> new Own.View("v" + i, open))
                .reduce(Own.NOTHING, Own::with, (one, _) -> one);
        assertThat(own.views()).hasSize(Own.MOST_VIEWS);

        Filters closed = open.with("CLOSED");
        assertThat(own.with(new Own.View("v3", closed)).views())
                .hasSize(Own.MOST_VIEWS)
                .filteredOn(view -> view.name().equals("v3"))
                .containsExactly(new Own.View("v3", closed));
        assertThat(own.without("v3").views()).hasSize(Own.MOST_VIEWS - 1);
    }
}
