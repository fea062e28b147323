package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What was known then is what those knew who were there: a child looked back at equals the child of that day. */
class KnownTest {
    private static final int HISTORIES = Integer.getInteger("histories", 250);
    private static final long SEED = Long.getLong("seed", 20_270_117L);

    private final Decide decide = new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE);

    @Test
    void a_child_looked_back_at_has_the_events_and_alerts_of_that_day() {
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            List<Event> events = new ArrayList<>(Histories.of(seed));
            events.sort(Comparator.comparing(Event::receivedAt));
            Instant then = events.get(new Random(seed).nextInt(events.size())).receivedAt();

            Child whole = accepted(events);
            Child ofThatDay = accepted(
                    events.stream().filter(e -> !e.receivedAt().isAfter(then)).toList());
            Child lookedBackAt = Known.at(whole, Memory.COORDINATION, then);

            assertThat(seen(lookedBackAt, then)).as("seed " + seed).isEqualTo(seen(ofThatDay, then));
        }
    }

    @Test
    void to_look_back_changes_nothing() {
        for (long seed = SEED; seed < SEED + 20; seed++) {
            List<Event> events = new ArrayList<>(Histories.of(seed));
            events.sort(Comparator.comparing(Event::receivedAt));
            Instant last = events.getLast().receivedAt();
            Child child = accepted(events);

            Known.at(child, Memory.COORDINATION, events.getFirst().receivedAt());

            assertThat(seen(child, last)).as("seed " + seed).isEqualTo(seen(accepted(events), last));
        }
    }

    private static Child accepted(List<Event> events) {
        Child child = Child.empty(Histories.CHILD, Memory.COORDINATION);
        events.forEach(event -> child.accept(event, event.receivedAt()));
        return child;
    }

    /** Its facts and what follows from them. */
    private TreeSet<String> seen(Child child, Instant now) {
        Told told = decide.decide(child, now, Told.NOTHING).told();
        TreeSet<String> lines = new TreeSet<>();
        for (Agency agency : Agency.values()) {
            Timeline.of(child, now, agency).forEach(entry -> lines.add(agency + " " + entry));
        }
        told.entries().forEach(entry -> lines.add(Replay.line(entry)));
        return lines;
    }
}
