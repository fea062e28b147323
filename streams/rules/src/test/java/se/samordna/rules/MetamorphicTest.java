package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What must not matter to the final alerts: here without an oracle, each history against itself told otherwise. */
class MetamorphicTest {

    private static final int HISTORIES = Integer.getInteger("histories", 250);
    private static final long SEED = Long.getLong("seed", 20_270_101L);

    /** How a history comes; none of it matters. */
    private static final Map<String, BiFunction<List<Event>, Random, List<Turn>>> WAYS = Map.of(
            "shuffled", (events, random) -> come(shuffled(events, random)),
            "each three times", (events, random) -> come(shuffled(repeated(events, 3), random)),
            "one agency's stream split in two", (events, random) -> come(split(events, random)),
            "in halves with a restart", (events, random) -> halves(events),
            "with ticks of an hour, judged at each event", (events, random) -> live(events, Duration.ofHours(1)),
            "with ticks of nine days, judged at each tick", (events, random) -> live(events, Duration.ofDays(9)));

    @TestFactory
    Stream<DynamicTest> however_a_history_comes_its_final_alerts_are_the_same() {
        return WAYS.entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
                        List<Event> events = byReceipt(Histories.of(seed));
                        Instant end = end(events);
                        TreeSet<String> plain = played(come(events), end, Histories.CHILD);
                        List<Turn> otherwise = way.getValue().apply(events, new Random(seed));
                        assertThat(played(otherwise, end, Histories.CHILD))
                                .as("seed " + seed)
                                .isEqualTo(plain);
                    }
                }));
    }

    @Test
    void under_another_name_a_child_has_the_same_alerts_under_other_ids() {
        UUID other = UUID.fromString("0b540000-0000-4000-8000-0000000000ff");
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            List<Event> events = byReceipt(Histories.of(seed));
            Map<UUID, UUID> ids = renamed(events, other);
            List<Event> renamed = events.stream()
                    .map(e ->
                            Edit.of(e).child(other).body(renamed(e.body(), ids)).done())
                    .toList();
            TreeSet<String> expected = new TreeSet<>();
            for (String line : played(come(events), end(events), Histories.CHILD)) {
                String id = Stream.of(line.split(" "))
                        .filter(word -> word.length() == 36 && word.charAt(14) == '5')
                        .findFirst()
                        .orElseThrow();
                expected.add(line.replace(
                        id, ids.getOrDefault(UUID.fromString(id), other).toString()));
            }
            assertThat(played(come(renamed), end(events), other))
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
    }

    private static TreeSet<String> played(List<Turn> turns, Instant end, UUID childId) {
        Replay replay = new Replay(Rules.standard(), childId);
        for (Turn turn : turns) {
            switch (turn) {
                case Turn.Comes(Event event) -> replay.accept(event);
                case Turn.Until(Instant then) -> replay.until(then);
                case Turn.Judged j -> replay.decide();
                case Turn.Restarted r -> replay.restart();
                case Turn t -> throw new IllegalArgumentException(t.toString());
            }
        }
        replay.until(end);
        replay.decide();
        return replay.lines();
    }

    private static List<Turn> come(List<Event> events) {
        return events.stream().<Turn>map(Turn.Comes::new).toList();
    }

    private static List<Event> byReceipt(List<Event> events) {
        return events.stream().sorted(Comparator.comparing(Event::receivedAt)).toList();
    }

    private static Instant end(List<Event> events) {
        Instant last = events.stream()
                .map(Event::receivedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.plus(Duration.ofDays(45));
    }

    private static List<Event> shuffled(List<Event> events, Random random) {
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<Event> repeated(List<Event> events, int times) {
        return events.stream()
                .flatMap(e -> Collections.nCopies(times, e).stream())
                .toList();
    }

    /** The agency's system became two: each keeps its order, and one of them lags behind all the others. */
    private static List<Event> split(List<Event> events, Random random) {
        Agency agency = events.get(random.nextInt(events.size())).agency();
        List<Event> lags = events.stream()
                .filter(e -> e.agency() == agency && (e.eventId().hashCode() & 1) == 0)
                .toList();
        List<Event> rest = new ArrayList<>(events);
        rest.removeIf(lags::contains);
        rest.addAll(random.nextInt(rest.size() + 1), lags);
        return rest;
    }

    private static List<Turn> halves(List<Event> events) {
        List<Turn> turns = new ArrayList<>(come(events.subList(0, events.size() / 2)));
        turns.add(new Turn.Restarted());
        turns.addAll(come(events.subList(events.size() / 2, events.size())));
        return turns;
    }

    /** By their receipt, which Ticks go before: as slowly as the platform's clock ticks. */
    private static List<Turn> live(List<Event> events, Duration tick) {
        List<Turn> turns = new ArrayList<>();
        Instant clock = events.getFirst().receivedAt().minus(tick);
        boolean each = tick.compareTo(Duration.ofDays(1)) < 0;
        for (Event e : events) {
            if (clock.plus(tick).isBefore(e.receivedAt())) {
                long ticks = Duration.between(clock, e.receivedAt()).dividedBy(tick);
                clock = clock.plus(tick.multipliedBy(ticks));
                turns.add(new Turn.Judged());
                turns.add(new Turn.Until(clock));
            }
            turns.add(new Turn.Comes(e));
            if (each) {
                turns.add(new Turn.Judged());
            }
        }
        return turns;
    }

    /** What every alert that a history may lead to is called under the other name. */
    private static Map<UUID, UUID> renamed(List<Event> events, UUID other) {
        AlertIds ids = new AlertIds(Decide.DEFAULT_NAMESPACE);
        Map<UUID, UUID> names = new HashMap<>();
        for (Event e : events) {
            for (RuleId rule : RuleId.values()) {
                for (String suffix :
                        List.of("", "/a", "/b", "/review", "/custody", "/emergency", "/filing", "/application")) {
                    String anchor = e.eventId() + suffix;
                    names.put(ids.id(rule, Histories.CHILD, anchor), ids.id(rule, other, anchor));
                }
            }
        }
        return names;
    }

    private static Body renamed(Body body, Map<UUID, UUID> ids) {
        return switch (body) {
            case Action.AlertAcknowledged a -> new Action.AlertAcknowledged(ids.getOrDefault(a.alertId(), a.alertId()));
            case Action.AlertClosed a -> new Action.AlertClosed(ids.getOrDefault(a.alertId(), a.alertId()), a.reason());
            case Action.AlertReopened a -> new Action.AlertReopened(ids.getOrDefault(a.alertId(), a.alertId()));
            case Action.AlertSnoozed a ->
                new Action.AlertSnoozed(ids.getOrDefault(a.alertId(), a.alertId()), a.until());
            default -> body;
        };
    }
}
