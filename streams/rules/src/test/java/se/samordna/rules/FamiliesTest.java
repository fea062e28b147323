package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samordna.rules.oracle.Families;

/** Siblings and merged identities against a batch computation of their page, over random families. */
class FamiliesTest {

    private static final int HISTORIES = Integer.getInteger("families", 600);
    private static final long SEED = Long.getLong("seed", 20_260_101L);
    private static final int MANY = 2_000;

    @Test
    void any_order_of_events_and_of_what_children_tell_each_other_ends_in_the_same() {
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            List<Event> events = new ArrayList<>(FamilyHistories.of(seed));
            Random random = new Random(seed);
            Instant begin = events.stream()
                    .map(Event::occurredAt)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Instant now = begin.minus(Duration.ofDays(5));
            Street street = new Street(random, now);
            Collections.shuffle(events, random);
            for (Event e : events) {
                for (int copies = random.nextInt(8) == 0 ? 2 : 1; copies > 0; copies--) {
                    street.accept(e);
                }
                chance(street, random);
            }
            for (int step = 0; step < 4; step++) {
                now = now.plus(
                        Duration.ofMillis((long) (random.nextDouble() * random.nextDouble() * 90 * 86_400_000L)));
                street.settle(now);
                check("shuffled", seed, street, events, now);
            }
        }
    }

    @Test
    void a_live_run_with_lag_and_restarts_tells_at_each_instant_what_the_page_says() {
        for (long seed = SEED + 1_000_000; seed < SEED + 1_000_000 + HISTORIES; seed++) {
            List<Event> events = new ArrayList<>(FamilyHistories.of(seed));
            Random random = new Random(seed + 1);
            Collections.shuffle(events, random);
            Map<Event, Instant> arrival = new IdentityHashMap<>();
            events.forEach(e -> arrival.put(e, e.receivedAt().plusSeconds(random.nextInt(8 * 86_400))));
            events.sort(Comparator.comparing(arrival::get));
            Instant now = events.getFirst().receivedAt();
            Street street = new Street(random, now);
            List<Event> come = new ArrayList<>();
            for (Event e : events) {
                Instant at = arrival.getOrDefault(e, now);
                now = at.isAfter(now) ? at : now;
                street.until(now);
                street.accept(e);
                come.add(e);
                chance(street, random);
                if (random.nextInt(8) == 0) {
                    street.settle(now);
                    check("live", seed, street, come, now);
                }
            }
            now = now.plus(Duration.ofDays(random.nextInt(60)));
            street.settle(now);
            check("live", seed, street, events, now);
        }
    }

    @Test
    void the_histories_let_siblings_speak_and_children_be_one() {
        int siblings = 0;
        int merged = 0;
        for (long seed = SEED; seed < SEED + 300; seed++) {
            List<Event> events = FamilyHistories.of(seed);
            Map<UUID, List<Event>> raw = events.stream().collect(Collectors.groupingBy(Event::childId));
            for (Map.Entry<UUID, TreeSet<String>> lines :
                    Families.lines(raw, Instant.parse("2026-07-01T00:00:00Z")).entrySet()) {
                siblings += lines.getValue().stream().anyMatch(line -> line.contains(" R17 ")) ? 1 : 0;
                boolean speaks = raw.getOrDefault(lines.getKey(), List.of()).stream()
                        .anyMatch(e -> e.body() instanceof SocialFact.ConcernReportReceived);
                merged += speaks && lines.getValue().isEmpty() ? 1 : 0;
            }
        }
        assertThat(siblings).isGreaterThan(60);
        assertThat(merged).isGreaterThan(60);
    }

    private static void chance(Street street, Random random) {
        while (random.nextInt(3) > 0 && street.deliver()) {
            continue;
        }
        if (random.nextInt(10) == 0) {
            street.restartOne();
        }
    }

    private static void check(String how, long seed, Street street, List<Event> events, Instant now) {
        Map<UUID, List<Event>> raw = new HashMap<>();
        street.children().forEach(id -> raw.put(id, new ArrayList<>()));
        events.forEach(
                e -> raw.computeIfAbsent(e.childId(), k -> new ArrayList<>()).add(e));
        Supplier<String> at = () -> how + ", seed " + seed + ", at " + now + "\n" + told(events);
        assertThat(street.lines()).as(at).isEqualTo(Families.lines(raw, now));
        assertThat(street.missed()).as(at).isZero();
        assertThat(street.parcels()).as(at).isLessThan(MANY);
    }

    private static String told(List<Event> events) {
        return events.stream()
                .sorted(Comparator.comparing(Event::receivedAt))
                .map(e -> e.childId().toString().substring(0, 2) + " "
                        + e.eventId().toString().substring(0, 8) + " " + e.agency() + " at " + e.occurredAt()
                        + " received " + e.receivedAt() + " " + e.ground() + e.corrects() + " "
                        + e.protectedIdentity() + " " + e.body())
                .collect(Collectors.joining("\n"));
    }
}
