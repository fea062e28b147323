package se.samordna.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickScheduleTest {
    private final TickSchedule schedule = new TickSchedule(Duration.ofHours(1));
    private final List<String> ticks = new ArrayList<>();

    @Test
    void the_first_line_begins_the_clock_at_its_whole_hour() {
        line("2026-01-10T09:20:00Z");

        assertThat(ticks).containsExactly("2026-01-10T09:00:00Z");
    }

    @Test
    void every_whole_hour_that_is_passed_ticks_once() {
        line("2026-01-10T09:20:00Z");
        line("2026-01-10T09:40:00Z");
        line("2026-01-10T12:00:00Z");
        line("2026-01-10T12:00:01Z");

        assertThat(ticks)
                .containsExactly(
                        "2026-01-10T09:00:00Z", "2026-01-10T10:00:00Z", "2026-01-10T11:00:00Z", "2026-01-10T12:00:00Z");
    }

    @Test
    void a_line_received_before_the_greatest_moves_no_time() {
        line("2026-01-10T12:10:00Z");
        line("2026-01-10T09:20:00Z");

        assertThat(ticks).containsExactly("2026-01-10T12:00:00Z");
    }

    @Test
    void the_last_tick_is_where_the_data_end_or_later_where_told() {
        line("2026-01-10T09:20:00Z");
        end(schedule.greatest());
        assertThat(ticks).containsExactly("2026-01-10T09:00:00Z", "2026-01-10T09:20:00Z");

        end(Instant.parse("2026-02-01T00:00:00Z").toEpochMilli());
        assertThat(ticks).endsWith("2026-02-01T00:00:00Z").hasSize(3);
    }

    @Test
    void a_whole_hour_as_the_end_does_not_tick_twice() {
        line("2026-01-10T09:00:00Z");
        end(schedule.greatest());

        assertThat(ticks).containsExactly("2026-01-10T09:00:00Z");
    }

    private void line(String receivedAt) {
        schedule.before(Instant.parse(receivedAt).toEpochMilli(), this::tick);
    }

    private void end(long until) {
        schedule.end(until, this::tick);
    }

    private void tick(long at) {
        ticks.add(Instant.ofEpochMilli(at).toString());
    }
}
