package se.samordna.indicators.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Action;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Memory;
import se.samordna.streams.Receipts;

/**
 * I29: over seeded histories with copies, repairs and late events in any order, a second replay after them, and a restart
 * now and then, what coordination accounts for and what indicators took are the same, and both are a recount of the log.
 * Here events come while it can be told whether they came before, as the first replay of a log does.
 */
class ReceiptsRecountTest {

    private static final int HISTORIES = 500;
    private static final UUID CHILD = new UUID(1, 1);

    /** One application's books. */
    private static final class Books {
        private final KeyValueStore<Bytes, byte[]> store =
                Stores.inMemoryKeyValueStore(Receipts.NAME).get();
        private final Child child;
        private final Map<String, Long> told = new TreeMap<>();
        private Receipts receipts = new Receipts(store);

        Books(Memory memory) {
            child = Child.empty(CHILD, memory);
        }

        void take(Event event, Instant now) {
            child.forget(now);
            receipts.took(child, event, child.accept(event, now), now);
            child.forget(now);
        }

        void tick(Instant now, boolean restarts) {
            receipts.timeCame(now);
            receipts.tell(receipt -> {
                String place = receipt.place().agency() + " " + receipt.place().period() + " "
                        + receipt.place().municipality();
                assertThat(receipt.before()).isEqualTo(told.getOrDefault(place, 0L));
                told.put(place, receipt.total());
            });
            receipts.save();
            receipts = restarts ? new Receipts(store) : receipts;
        }

        Map<String, Long> told() {
            told.values().removeIf(total -> total == 0);
            return told;
        }
    }

    @Test
    void both_applications_account_for_each_event_once() {
        long events = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            events += check(seed);
        }
        assertThat(events).as("events accounted for").isGreaterThan(5_000);
    }

    private static long check(long seed) {
        var random = new Random(~seed);
        var coordination = new Books(Memory.COORDINATION);
        var indicators = new Books(Memory.INDICATORS);
        var arrivals = new TreeMap<Instant, List<Event>>();
        History.of(seed).stream()
                .filter(event -> !(event.body() instanceof Action))
                .forEach(event -> arrivals.computeIfAbsent(
                                event.receivedAt().plus(Duration.ofHours(random.nextInt(8 * 24))),
                                _ -> new ArrayList<>())
                        .add(event));
        var came = new ArrayList<Event>();
        Instant now = Instant.EPOCH;
        for (var arrival : arrivals.entrySet()) {
            now = arrival.getKey();
            for (Event event : arrival.getValue()) {
                coordination.take(event, now);
                indicators.take(event, now);
                came.add(event);
            }
            if (random.nextInt(5) == 0) {
                boolean restarts = random.nextBoolean();
                coordination.tick(now, restarts);
                indicators.tick(now, restarts);
            }
        }
        Instant again = now.plus(Duration.ofDays(random.nextInt(400)));
        coordination.tick(again, true);
        indicators.tick(again, true);
        for (Event event : came) {
            coordination.take(event, again);
            indicators.take(event, again);
        }
        coordination.tick(again, false);
        indicators.tick(again, false);
        assertThat(coordination.told()).as("coordination, history %d", seed).isEqualTo(recount(came));
        assertThat(indicators.told()).as("indicators, history %d", seed).isEqualTo(recount(came));
        return came.size();
    }

    /** Each id by its first copy of those received first. */
    private static Map<String, Long> recount(List<Event> came) {
        Map<UUID, Event> first = new HashMap<>();
        came.forEach(event ->
                first.merge(event.eventId(), event, (a, b) -> b.receivedAt().isBefore(a.receivedAt()) ? b : a));
        Map<String, Long> counted = new TreeMap<>();
        first.values().forEach(event -> {
            LocalDate day = RecountCells.day(event.receivedAt());
            counted.merge(event.agency() + " " + day + " ", 1L, Long::sum);
            counted.merge(
                    event.agency() + " " + RecountCells.month(event.receivedAt()) + " " + event.municipality(),
                    1L,
                    Long::sum);
        });
        return counted;
    }
}
