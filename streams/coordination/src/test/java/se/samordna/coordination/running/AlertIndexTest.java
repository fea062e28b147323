package se.samordna.coordination.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samordna.alerts.AlertNotice;
import se.samordna.alerts.AlertStatus;
import se.samordna.coordination.AlertLine;
import se.samordna.events.Agency;

/** The police have three notices, due on the fifth, the sixth and the seventh of March. */
class AlertIndexTest {

    private static final UUID CHILD = new UUID(1, 1);
    private static final Instant TOLD = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant FIFTH = Instant.parse("2026-03-05T22:59:59.999Z");
    private static final Instant SIXTH = Instant.parse("2026-03-06T22:59:59.999Z");
    private static final Instant SEVENTH = Instant.parse("2026-03-07T22:59:59.999Z");

    private final AlertIndex index = new AlertIndex();

    @BeforeEach
    void three_notices() {
        List.of(SEVENTH, FIFTH, SIXTH).forEach(due -> index.take(notice(due), TOLD));
    }

    @Test
    void what_is_due_by_an_instant_is_due_before_it_or_then() {
        assertThat(due(Optional.empty(), Optional.of(SIXTH))).containsExactly(FIFTH, SIXTH);
    }

    @Test
    void what_is_due_after_an_instant_is_not_due_then() {
        assertThat(due(Optional.of(FIFTH), Optional.empty())).containsExactly(SIXTH, SEVENTH);
    }

    @Test
    void between_the_two_lies_what_comes_next_and_nothing_else() {
        assertThat(due(Optional.of(FIFTH), Optional.of(SIXTH))).containsExactly(SIXTH);
        assertThat(due(Optional.of(SEVENTH), Optional.of(FIFTH))).isEmpty();
        assertThat(due(Optional.empty(), Optional.empty())).containsExactly(FIFTH, SIXTH, SEVENTH);
    }

    private List<Instant> due(Optional<Instant> after, Optional<Instant> by) {
        var wanted = new AlertIndex.Wanted(
                "police",
                "",
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                after,
                by,
                Optional.empty(),
                Optional.empty(),
                Set.of());
        return index.page(wanted, 1, 10, TOLD).lines().stream()
                .map(AlertLine::dueAt)
                .toList();
    }

    private static AlertNotice notice(Instant due) {
        return new AlertNotice(
                new UUID(2, due.toEpochMilli()),
                CHILD,
                AlertStatus.OPEN,
                due,
                Agency.POLICE,
                "joint-visit-proposed",
                1);
    }
}
