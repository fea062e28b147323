package se.samordna.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ways for a random history to come. The same for the same seed. */
final class Scripts {

    private Scripts() {}

    /** In any order, some of it several times, judged and restarted now and then; then time moves in steps and leaps. */
    static Script shuffled(long seed) {
        List<Event> events = new ArrayList<>(Histories.of(seed));
        Random random = new Random(seed);
        Instant begin = events.stream()
                .map(Event::occurredAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant now = begin.minus(Duration.ofDays(40));
        List<Turn> turns = new ArrayList<>(List.of(new Turn.Until(now)));
        Collections.shuffle(events, random);
        for (Event e : events) {
            for (int copies = random.nextInt(8) == 0 ? 3 : 1; copies > 0; copies--) {
                turns.add(new Turn.Comes(e));
            }
            if (random.nextInt(3) == 0) {
                turns.add(new Turn.Judged());
            }
            if (random.nextInt(20) == 0) {
                turns.add(new Turn.Restarted());
            }
        }
        turns.add(new Turn.Judged());
        for (int step = 0; step < 6; step++) {
            int days = random.nextInt(6) == 0 ? 900 : 150; // custody is a question of years
            now = now.plusMillis((long) (random.nextDouble() * random.nextDouble() * days * 86_400_000L));
            turns.add(random.nextBoolean() ? new Turn.Until(now) : new Turn.Jumped(now));
            turns.add(new Turn.Checked());
        }
        return new Script(turns);
    }

    /** As it happens, with lag and restarts, judged at each event. */
    static Script live(long seed) {
        List<Event> events = new ArrayList<>(Histories.of(seed));
        Random random = new Random(seed + 1);
        Collections.shuffle(events, random);
        Map<Event, Instant> arrival = new IdentityHashMap<>();
        events.forEach(e -> arrival.put(e, e.receivedAt().plusSeconds(random.nextInt(8 * 86_400))));
        events.sort(Comparator.comparing(arrival::get));
        List<Turn> turns =
                new ArrayList<>(List.of(new Turn.Until(events.getFirst().receivedAt())));
        Instant now = events.getFirst().receivedAt();
        for (Event e : events) {
            now = arrival.getOrDefault(e, e.receivedAt());
            turns.addAll(List.of(new Turn.Until(now), new Turn.Comes(e), new Turn.Judged()));
            if (random.nextInt(20) == 0) {
                turns.add(new Turn.Restarted());
            }
            if (random.nextInt(10) == 0) {
                turns.add(new Turn.Checked());
            }
        }
        turns.add(new Turn.Until(now.plus(Duration.ofDays(random.nextInt(random.nextInt(6) == 0 ? 1_000 : 250)))));
        turns.add(new Turn.Checked());
        return new Script(turns);
    }
}
