package se.samordna.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Agency;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Ground;
import se.samordna.rules.Memory;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.SchoolFact;

class WakeUpsTest {

    private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");
    private static final UUID FIRST = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("f0540000-0000-4000-8000-000000000001");

    private static final int SATURDAY = (int) LocalDate.of(2026, 1, 10).toEpochDay();

    private final KeyValueStore<Bytes, byte[]> store = store();
    private final WakeUps wakeUps = new WakeUps(store, Heads.CODEC);

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
    void a_line_makes_its_child_due_once_and_leaves_the_child_s_own_time() {
        wakeUps.set(FIRST, Optional.of(NOON.plusSeconds(7200)), Optional.of(NOON));
        wakeUps.tick(NOON);
        assertThat(wakeUps.due()).containsExactly(new WakeUps.Due(NOON.toEpochMilli(), FIRST));
        wakeUps.set(FIRST, Optional.of(NOON.plusSeconds(7200)), Optional.empty());
        wakeUps.tick(NOON.plusSeconds(3600));
        assertThat(wakeUps.due()).isEmpty();
        wakeUps.tick(NOON.plusSeconds(7200));

        assertThat(wakeUps.due())
                .containsExactly(new WakeUps.Due(NOON.plusSeconds(7200).toEpochMilli(), FIRST));
    }

    @Test
    void the_clock_never_runs_backwards_and_outlives_its_task() {
        wakeUps.tick(NOON);
        wakeUps.tick(NOON.minusSeconds(60));

        assertThat(new WakeUps(store, Heads.CODEC).clock()).isEqualTo(NOON.toEpochMilli());
        assertThat(store.approximateNumEntries()).as("the clock alone").isEqualTo(1);
    }

    @Test
    void one_set_anew_is_due_at_its_new_time_alone() {
        wake(FIRST, NOON);
        wake(FIRST, NOON.plusSeconds(60));
        wakeUps.tick(NOON.plusSeconds(59));
        assertThat(wakeUps.due()).isEmpty();
        wakeUps.set(FIRST, Optional.empty(), Optional.empty());
        wakeUps.tick(NOON.plusSeconds(3600));

        assertThat(wakeUps.due()).isEmpty();
    }

    @Test
    void the_next_task_reads_them_from_heads_and_from_lines_not_in_force_yet() {
        wakeUps.tick(NOON);
        store.put(ChildKeys.head(FIRST), Heads.due(NOON.plusSeconds(7200)));
        store.put(ChildKeys.head(SECOND), Heads.due(NOON.plusSeconds(60)));
        store.put(ChildKeys.week(FIRST, 2923), week(FIRST, NOON.minusSeconds(1), NOON.plusSeconds(3600)));

        WakeUps after = new WakeUps(store, Heads.CODEC);
        after.tick(NOON.plusSeconds(86_400));

        assertThat(after.due())
                .containsExactly(
                        new WakeUps.Due(NOON.plusSeconds(3600).toEpochMilli(), FIRST),
                        new WakeUps.Due(NOON.plusSeconds(60).toEpochMilli(), SECOND));
    }

    private void wake(UUID child, Instant at) {
        wakeUps.set(child, Optional.of(at), Optional.empty());
    }

    /** A week of attendance with a line of each event time. */
    private static byte[] week(UUID childId, Instant... occurred) {
        Child child = Child.empty(childId, Memory.COORDINATION);
        int line = 0;
        for (Instant at : occurred) {
            var body = new SchoolFact.AttendanceReported(LocalDate.ofEpochDay(SATURDAY), true, 300, 0, 0);
            child.accept(
                    new Event(
                            new UUID(0, ++line),
                            childId,
                            "2380",
                            Agency.SCHOOL,
                            "urn:test",
                            at,
                            at.plusSeconds(1),
                            Ground.OWN,
                            Optional.empty(),
                            ProtectedIdentity.NONE,
                            Optional.empty(),
                            body),
                    NOON);
        }
        return child.week(child.drain().weeks().iterator().next()).orElseThrow();
    }

    /** Heads that are their wake-up and nothing else. */
    private static final class Heads implements HeadCodec<Long> {
        static final Heads CODEC = new Heads();

        static byte[] due(Instant at) {
            return CODEC.write(at.toEpochMilli());
        }

        @Override
        public Long none() {
            return 0L;
        }

        @Override
        public byte[] write(Long head) {
            return ByteBuffer.allocate(Long.BYTES).putLong(head).array();
        }

        @Override
        public Long read(byte[] bytes) {
            return ByteBuffer.wrap(bytes).getLong();
        }

        @Override
        public Optional<Instant> wakeUp(byte[] bytes) {
            return Optional.of(Instant.ofEpochMilli(read(bytes)));
        }

        @Override
        public byte[] withWakeUp(byte[] bytes, Instant at) {
            return write(at.toEpochMilli());
        }
    }

    private static KeyValueStore<Bytes, byte[]> store() {
        KeyValueStore<Bytes, byte[]> made = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(ChildStore.NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        made.init(new MockProcessorContext<>().getStateStoreContext(), made);
        return made;
    }
}
