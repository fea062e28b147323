package se.samordna.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class WakeUpsTest {

    private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");
    private static final UUID FIRST = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("f0540000-0000-4000-8000-000000000001");

    private final KeyValueStore<Bytes, byte[]> store = store();
    private final WakeUps wakeUps = new WakeUps(store);

    @Test
    void who_is_due_comes_by_time_then_by_child_and_nobody_else() {
        wake(SECOND, NOON);
        wake(FIRST, NOON);
        wake(UUID.fromString("0b540000-0000-4000-8000-000000000003"), NOON.minusSeconds(1));
        wake(UUID.fromString("0b540000-0000-4000-8000-000000000004"), NOON.plusMillis(1));

        wakeUps.tick(NOON);

        assertThat(wakeUps.due())
                .extracting(WakeUps.Due::child)
                .containsExactly(UUID.fromString("0b540000-0000-4000-8000-000000000003"), FIRST, SECOND);
    }

    @Test
    void the_clock_never_runs_backwards_and_outlives_its_task() {
        wakeUps.tick(NOON);
        wakeUps.tick(NOON.minusSeconds(60));
        wake(FIRST, NOON.plusSeconds(60));

        WakeUps after = new WakeUps(store);

        assertThat(after.clock()).isEqualTo(NOON.toEpochMilli());
        assertThat(after.due()).isEmpty();
        after.tick(NOON.plusSeconds(60));
        assertThat(after.due()).containsExactly(new WakeUps.Due(NOON.plusSeconds(60), FIRST));
    }

    @Test
    void one_moved_is_due_at_its_new_time_alone() {
        wake(FIRST, NOON);
        wakeUps.move(FIRST, Optional.of(NOON), Optional.of(NOON.plusSeconds(60)));
        wakeUps.tick(NOON.plusSeconds(59));
        assertThat(wakeUps.due()).isEmpty();
        wakeUps.move(FIRST, Optional.of(NOON.plusSeconds(60)), Optional.empty());
        wakeUps.tick(NOON.plusSeconds(3600));

        assertThat(wakeUps.due()).isEmpty();
        assertThat(store.approximateNumEntries()).as("the clock alone").isEqualTo(1);
    }

    private void wake(UUID child, Instant at) {
        wakeUps.move(child, Optional.empty(), Optional.of(at));
    }

    private static KeyValueStore<Bytes, byte[]> store() {
        KeyValueStore<Bytes, byte[]> made = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(WakeUps.NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        made.init(new MockProcessorContext<>().getStateStoreContext(), made);
        return made;
    }
}
