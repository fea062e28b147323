package se.samordna.indicators.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Event;
import se.samordna.rules.Rules;
import se.samordna.rules.SharedFact.IdentityMerged;

/**
 * What the cells hold equals a recount of the whole log where ids are one child at times: old and new, chains, circles,
 * rivals, corrected, retracted, late and early statements, in any order, with what ids tell each other late and their
 * stores read anew. Nothing is compared while a message is underway.
 */
class RecountIdsTest {

    private static final int HISTORIES = Integer.getInteger("ids", 150);
    private static final long SEED = Long.getLong("seed", 1L);
    private static final Instant BEGIN = Instant.parse("2025-10-31T12:00:00Z");
    /** Later a line of the first days would be forgotten as it comes, and the whole log no longer say what counts. */
    private static final Instant LAST_ARRIVAL = Instant.parse("2027-03-15T12:00:00Z");

    private static final List<UUID> IDS = List.of(
            UUID.fromString("0b540000-0000-4000-8000-000000000001"),
            UUID.fromString("f0000000-0000-4000-8000-000000000002"),
            UUID.fromString("7a000000-0000-4000-8000-000000000003"),
            UUID.fromString("30000000-0000-4000-8000-000000000004"));

    private final Tally tally = Tally.of(Rules.standard());
    private long compared;
    private long differentWithoutMerges;
    private long restated;

    @Test
    void the_cells_equal_a_recount_whoever_was_one_with_whom_and_whenever_that_was_said() {
        LongStream.range(SEED, SEED + HISTORIES).forEach(this::check);

        assertThat(compared).as("cells compared").isGreaterThan(HISTORIES * 400L);
        assertThat(differentWithoutMerges)
                .as("looks at which a merge changes cells")
                .isGreaterThan(HISTORIES);
        assertThat(restated).as("histories of which a merge is taken back").isGreaterThan(HISTORIES / 8);
    }

    private void check(long seed) {
        var random = new Random(~seed);
        var ids = new SeveralIds(tally, random, BEGIN);
        var log = new ArrayList<Event>();
        Instant now = BEGIN;
        for (Event event : History.of(seed, IDS.subList(0, 2 + random.nextInt(3)))) {
            Instant next = now.plus(Duration.ofMinutes(random.nextInt(40) * 700L));
            now = next.isAfter(LAST_ARRIVAL) ? now : next;
            ids.accept(event, now);
            log.add(event);
            while (random.nextInt(3) > 0 && ids.deliver()) {
                continue;
            }
            if (random.nextInt(10) == 0) {
                ids.restartOne();
            }
            if (random.nextInt(6) == 0) {
                ids.settle(now);
                compare(seed, log, now, ids);
            }
        }
        for (int step = 0; step < 6; step++) {
            now = later(now, ids, random);
            if (History.sharesAttendance(seed) && now.isAfter(LAST_ARRIVAL)) {
                break;
            }
            ids.settle(now);
            compare(seed, log, now, ids);
        }
        assertThat(ids.parcels()).as("messages of history %d", seed).isLessThan(2_000);
        restated += isRestated(log, now) ? 1 : 0;
    }

    private static Instant later(Instant now, SeveralIds ids, Random random) {
        Instant days = now.plus(Duration.ofDays(random.nextInt(60)));
        return ids.wakeUp()
                .filter(at -> random.nextBoolean() && at.isAfter(now))
                .orElse(days);
    }

    private void compare(long seed, List<Event> log, Instant now, SeveralIds ids) {
        Map<String, String> held = ids.cells(now);
        Map<UUID, List<Event>> children = RecountIds.children(log, now);

        assertThat(held).as("history %d at %s", seed, now).isEqualTo(RecountIds.cells(log, now));
        IDS.stream()
                .filter(id -> !children.containsKey(id))
                .forEach(old -> assertThat(ids.addsNothing(old))
                        .as("%s adds nothing in history %d at %s", old, seed, now)
                        .isTrue());
        compared += held.size();
        differentWithoutMerges += held.equals(withoutMerges(log, now)) ? 0 : 1;
    }

    private static Map<String, String> withoutMerges(List<Event> log, Instant now) {
        return RecountIds.cells(
                log.stream()
                        .filter(event -> !(event.body() instanceof IdentityMerged))
                        .toList(),
                now);
    }

    private static boolean isRestated(List<Event> log, Instant now) {
        List<UUID> standing = Standing.of(log).stream().map(Standing::id).toList();
        return log.stream()
                .anyMatch(event -> event.body() instanceof IdentityMerged
                        && event.corrects().isEmpty()
                        && !event.occurredAt().isAfter(now)
                        && !standing.contains(event.eventId()));
    }
}
