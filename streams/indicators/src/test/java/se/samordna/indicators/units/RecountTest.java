package se.samordna.indicators.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Counted;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Memory;
import se.samordna.rules.Rules;

/**
 * What the cells hold after each of many small steps equals a recount of the whole log at that instant, for seeded
 * histories with corrections, retractions, copies, late and early events in any order. A child is now and then written
 * to bytes and read back.
 */
class RecountTest {

    private static final int HISTORIES = 3_000;
    /** Later a line of the first days would be forgotten as it comes, and the whole log no longer say what counts. */
    private static final Instant LAST_ARRIVAL = Instant.parse("2027-03-15T12:00:00Z");

    private static final Instant BEGIN = Instant.parse("2025-10-31T12:00:00Z");

    private final Tally tally = Tally.of(Rules.standard());
    private long compared;

    @Test
    void the_cells_equal_a_recount_whatever_came_in_whatever_order() {
        LongStream.range(0, HISTORIES).forEach(this::check);

        assertThat(compared).as("cells compared").isGreaterThan(100_000);
    }

    private void check(long seed) {
        var random = new Random(~seed);
        var child = Child.empty(new UUID(1, 1), Memory.INDICATORS);
        var counted = Counted.nothing();
        var log = new ArrayList<Event>();
        ChildSums sums = ChildSums.NONE;
        Instant now = BEGIN;
        for (Event event : History.of(seed)) {
            Instant next = now.plus(Duration.ofMinutes(random.nextInt(40) * 700L));
            now = next.isAfter(LAST_ARRIVAL) ? now : next;
            child.accept(event, now);
            sums = tally.accepted(child, sums, event, now, counted::add);
            log.add(event);
            if (random.nextInt(4) == 0) {
                sums = ChildSumsBytes.read(ChildSumsBytes.write(sums));
                compare(seed, log, now, counted);
            }
        }
        for (int step = 0; step < 6; step++) {
            now = sums.wakeUp()
                    .filter(at -> random.nextBoolean())
                    .orElse(now.plus(Duration.ofDays(random.nextInt(60))));
            sums = tally.timeCame(child, sums, now, counted::add);
            compare(seed, log, now, counted);
        }
    }

    private void compare(long seed, List<Event> log, Instant now, Counted counted) {
        Map<String, String> held = new TreeMap<>();
        counted.figures()
                .forEach((key, figure) -> held.put(
                        key.indicator() + " " + key.municipality() + " " + key.period(),
                        figure.num() + "/" + figure.den()));
        assertThat(held).as("history %d at %s", seed, now).isEqualTo(Recount.cells(log, now));
        compared += held.size();
    }
}
