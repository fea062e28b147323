package se.samordna.indicators.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Action;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Memory;
import se.samordna.rules.Rules;
import se.samordna.rules.Timeliness;

/**
 * What the cells hold after each of many small steps equals a recount of the whole log at that instant, for seeded
 * histories with corrections, retractions, copies, late and early events in any order. A child is now and then written
 * to bytes and read back.
 */
class RecountTest {

    private static final int HISTORIES = 700;
    private static final int ENOUGH = 200;
    /** Later a line of the first days would be forgotten as it comes, and the whole log no longer say what counts. */
    private static final Instant LAST_ARRIVAL = Instant.parse("2027-03-15T12:00:00Z");

    private static final Instant BEGIN = Instant.parse("2025-10-31T12:00:00Z");

    private final Tally tally = Tally.of(Rules.standard());
    private long compared;
    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void the_cells_equal_a_recount_whatever_came_in_whatever_order() {
        LongStream.range(0, HISTORIES).forEach(this::check);

        assertThat(compared).as("cells compared").isGreaterThan(300_000);
        assertThat(Stream.concat(
                                RecountOfAlerts.RULES.stream(),
                                Indicators.of(Rules.standard()).stream()
                                        .map(each -> each.definition().id()))
                        .map(id -> id + " some")
                        .filter(side -> !side.startsWith("I30-POLICE"))
                        .filter(side -> seen.getOrDefault(side, 0) < ENOUGH))
                .as("indicators seldom seen of %s", seen)
                .isEmpty();
    }

    private void check(long seed) {
        var random = new Random(~seed);
        var child = Child.empty(new UUID(1, 1), Memory.INDICATORS);
        var rules = new RulesBeside(Rules.standard(), child.childId());
        var counted = Counted.nothing();
        var log = new ArrayList<Event>();
        ChildSums sums = ChildSums.NONE;
        Instant now = BEGIN;
        for (Event event : History.of(seed)) {
            Instant next = now.plus(Duration.ofMinutes(random.nextInt(40) * 700L));
            now = next.isAfter(LAST_ARRIVAL) ? now : next;
            if (event.body() instanceof Action) { // which coordination alone reads
                sums = tally.timeCame(child, sums, now, counted);
            } else {
                child.accept(event, now);
                sums = tally.accepted(child, sums, event, now, counted);
            }
            for (Timeliness told : rules.take(event, now)) {
                sums = tally.told(child, sums, told, now, counted);
            }
            log.add(event);
            if (random.nextInt(5) == 0) {
                sums = ChildSumsBytes.read(ChildSumsBytes.write(sums));
                compare(seed, log, now, counted);
            }
        }
        for (int step = 0; step < 6; step++) {
            now = sums.wakeUp()
                    .filter(at -> random.nextBoolean())
                    .orElse(now.plus(Duration.ofDays(random.nextInt(60))));
            sums = tally.timeCame(child, sums, now, counted);
            for (Timeliness told : rules.judge(now)) {
                sums = tally.told(child, sums, told, now, counted);
            }
            compare(seed, log, now, counted);
        }
    }

    private void compare(long seed, List<Event> log, Instant now, Counted counted) {
        Map<String, String> held = new TreeMap<>();
        Exact.cells(counted, Optional.of(now)).forEach((key, figure) -> {
            if (!key.indicator().startsWith("I20-") || RecountOfAlerts.RULES.contains(key.indicator())) {
                held.put(key.indicator() + " " + key.municipality() + " " + key.period(), print(figure));
            }
        });
        assertThat(held).as("history %d at %s", seed, now).isEqualTo(Recount.cells(log, now));
        compared += held.size();
        held.forEach(
                (cell, figure) -> seen.merge(cell.substring(0, cell.indexOf(' ')) + side(figure), 1, Integer::sum));
    }

    private static String print(Figure figure) {
        String median =
                figure.median().isPresent() ? " median " + figure.median().getAsLong() : "";
        return figure.num() + "/" + figure.den() + median;
    }

    /** Cells with and without a numerator are both to be seen, or a rule that is never met would pass. */
    private static String side(String figure) {
        return figure.startsWith("0/") ? " none" : " some";
    }
}
