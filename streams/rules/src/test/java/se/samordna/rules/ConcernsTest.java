package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A rule is judged anew only when a type comes that it names among its concerns, or one that moves the gate. So it must
 * read no other: with all others left out, attendance too, it says the same.
 */
class ConcernsTest {

    private static final int HISTORIES = Integer.getInteger("histories", 400);

    @Test
    void a_rule_reads_no_type_that_it_does_not_name() {
        for (long seed = 1; seed < HISTORIES; seed++) {
            List<Event> events = Histories.of(seed).stream()
                    .map(e -> Edit.of(e).identity(ProtectedIdentity.NONE).done())
                    .toList();
            Instant last = events.stream()
                    .map(Event::occurredAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            for (Rule rule : Rules.standard().all()) {
                Set<UUID> named = events.stream()
                        .filter(e -> reads(rule.card(), e.body()))
                        .map(Event::eventId)
                        .collect(Collectors.toSet()); // all copies of an event, for they may be in conflict
                List<Event> some =
                        events.stream().filter(e -> named.contains(e.eventId())).toList();
                for (int days : List.of(0, 40, 400)) {
                    Instant now = last.plus(Duration.ofDays(days));
                    assertThat(alerts(rule, some, now))
                            .as("seed " + seed + " " + rule.card().id())
                            .isEqualTo(alerts(rule, events, now));
                }
            }
        }
    }

    private static boolean reads(Card card, Body body) {
        return card.concerns().contains(body.getClass())
                || card.joins() && Gate.KEYS.contains(body.getClass())
                || body instanceof Action
                || body instanceof SharedFact.Retracted;
    }

    private static List<Alert> alerts(Rule rule, List<Event> events, Instant now) {
        Child child = Child.empty(Histories.CHILD, Memory.COORDINATION);
        events.forEach(e -> child.accept(e, events.getFirst().receivedAt()));
        return new Decide(new Rules(List.of(rule)), Decide.DEFAULT_NAMESPACE).alerts(child, now);
    }
}
