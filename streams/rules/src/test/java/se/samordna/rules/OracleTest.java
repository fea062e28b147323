package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samordna.rules.oracle.Oracle;

/** The rules against a batch computation of their page, over random histories. */
class OracleTest {

    private static final int HISTORIES = Integer.getInteger("histories", 1_600);
    private static final long SEED = Long.getLong("seed", 20_260_101L);

    @Test
    void any_order_of_events_and_steps_of_time_tell_what_the_page_says() {
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            List<Event> events = new ArrayList<>(Histories.of(seed));
            Random random = new Random(seed);
            Instant begin = events.stream()
                    .map(Event::occurredAt)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Replay replay = new Replay(begin.minus(Duration.ofDays(40)));
            Collections.shuffle(events, random);
            for (Event e : events) {
                for (int copies = random.nextInt(8) == 0 ? 3 : 1; copies > 0; copies--) {
                    replay.accept(e);
                }
                if (random.nextInt(3) == 0) {
                    replay.decide();
                }
                if (random.nextInt(20) == 0) {
                    replay.restart();
                }
            }
            replay.decide();
            for (int step = 0; step < 6; step++) {
                int days = random.nextInt(6) == 0 ? 900 : 150; // custody is a question of years
                Duration by =
                        Duration.ofMillis((long) (random.nextDouble() * random.nextDouble() * days * 86_400_000L));
                if (random.nextBoolean()) {
                    replay.until(replay.now().plus(by));
                } else {
                    replay.jump(replay.now().plus(by));
                }
                check("shuffled", seed, replay, events);
            }
        }
    }

    @Test
    void the_histories_let_every_rule_speak() {
        Set<String> spoke = new TreeSet<>();
        for (long seed = SEED; seed < SEED + 1_000; seed++) {
            List<Event> events = Histories.of(seed);
            Instant last = events.stream()
                    .map(Event::occurredAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Oracle.lines(Histories.CHILD, events, last.plus(Duration.ofDays(400)))
                    .forEach(line -> spoke.addAll(List.of(line.split(" "))));
        }
        assertThat(spoke)
                .containsAll(Rules.standard().all().stream()
                        .map(rule -> rule.card().id().name())
                        .toList())
                .contains("opened", "not-opened", "ongoing");
    }

    @Test
    void a_live_run_with_lag_and_restarts_tells_at_each_instant_what_the_page_says() {
        for (long seed = SEED + 1_000_000; seed < SEED + 1_000_000 + HISTORIES; seed++) {
            List<Event> events = new ArrayList<>(Histories.of(seed));
            Random random = new Random(seed + 1);
            Collections.shuffle(events, random);
            Map<Event, Instant> arrival = new IdentityHashMap<>();
            events.forEach(e -> arrival.put(e, e.receivedAt().plusSeconds(random.nextInt(8 * 86_400))));
            events.sort(Comparator.comparing(arrival::get));
            Replay replay = new Replay(events.getFirst().receivedAt());
            List<Event> come = new ArrayList<>();
            for (Event e : events) {
                replay.until(arrival.getOrDefault(e, e.receivedAt()));
                replay.accept(e);
                come.add(e);
                replay.decide();
                if (random.nextInt(20) == 0) {
                    replay.restart();
                }
                if (random.nextInt(10) == 0) {
                    check("live", seed, replay, come);
                }
            }
            replay.until(replay.now().plus(Duration.ofDays(random.nextInt(random.nextInt(6) == 0 ? 1_000 : 250))));
            check("live", seed, replay, events);
        }
    }

    private static void check(String how, long seed, Replay replay, List<Event> events) {
        Supplier<String> at = () -> how + ", seed " + seed + ", at " + replay.now() + "\n" + told(events);
        assertThat(replay.lines()).as(at).isEqualTo(Oracle.lines(Histories.CHILD, events, replay.now()));
        assertThat(replay.missed()).as(at).isZero();
    }

    private static String told(List<Event> events) {
        return events.stream()
                .sorted(Comparator.comparing(Event::receivedAt))
                .map(e -> e.eventId().toString().substring(0, 8) + " " + e.agency() + " at " + e.occurredAt()
                        + " received "
                        + e.receivedAt() + " " + e.ground() + e.consentId() + e.corrects() + " " + e.protectedIdentity()
                        + " "
                        + e.body())
                .collect(Collectors.joining("\n"));
    }
}
