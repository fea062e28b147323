package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.coordination.AlertLine;
import se.samordna.platform.Access;

class OperatorLogTest {
    private static final UUID ONE = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0b540000-0000-4000-8000-000000000002");
    private static final Instant NOW = Instant.parse("2026-03-06T12:00:00.123456Z");
    private static final Instant THEN = Instant.parse("2026-03-06T12:00:00.123Z");

    @Test
    void a_run_over_one_child_is_one_entry_whatever_it_shows() {
        assertThat(OperatorLog.of(Optional.of(ONE), List.of(line(ONE), line(ONE)), NOW))
                .containsExactly(entry(ONE, "GRANTED"));
        assertThat(OperatorLog.of(Optional.of(ONE), List.of(), NOW)).containsExactly(entry(ONE, "ABSENT"));
    }

    @Test
    void a_run_over_all_is_one_entry_for_each_child_shown_and_nothing_else() {
        assertThat(OperatorLog.of(Optional.empty(), List.of(line(ONE), line(OTHER), line(ONE)), NOW))
                .containsExactly(entry(ONE, "GRANTED"), entry(OTHER, "GRANTED"));
        assertThat(OperatorLog.of(Optional.empty(), List.of(), NOW)).isEmpty();
    }

    private static Access entry(UUID child, String result) {
        return new Access("operator", "OPERATOR", "COORDINATION", "ALERTS", THEN, result, child);
    }

    private static AlertLine line(UUID child) {
        return new AlertLine.Notice(UUID.randomUUID(), child, "OPEN", THEN, "police", "joint-visit-proposed", 1);
    }
}
