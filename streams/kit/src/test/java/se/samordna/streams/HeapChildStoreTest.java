package se.samordna.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The store on the heap holds what a plain sorted map of all its keys would. */
class HeapChildStoreTest {

    private final KeyValueStore<Bytes, byte[]> store =
            HeapChildStore.named("child").get();
    private final Map<Bytes, byte[]> expected = new TreeMap<>();

    @RepeatedTest(20)
    void any_run_of_changes_leaves_what_a_sorted_map_has(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(5)) {
                case 0 -> remove(key(random));
                case 1 -> putIfAbsent(key(random), value(random));
                case 2 -> together(random);
                default -> put(key(random), value(random));
            }
        }
        for (int child = 0; child < 3; child++) {
            assertThat(of(child)).as("seed %d", run.getCurrentRepetition()).isEqualTo(expectedOf(child));
        }
        assertThat(store.approximateNumEntries()).isEqualTo(expected.size());
        expected.forEach((key, value) -> assertThat(store.get(key)).isEqualTo(value));
    }

    @Test
    void an_entry_longer_than_a_byte_counts_is_kept_whole() {
        for (int length : List.of(0, 1, 127, 128, 16_383, 16_384, 70_000)) {
            UUID event = new UUID(7, length);
            store.put(ChildKeys.event(child(1), event), filled(length));
        }
        for (int length : List.of(0, 1, 127, 128, 16_383, 16_384, 70_000)) {
            assertThat(store.get(ChildKeys.event(child(1), new UUID(7, length))))
                    .isEqualTo(filled(length));
        }
        assertThat(store.get(ChildKeys.event(child(1), new UUID(7, 2)))).isNull();
    }

    @Test
    void ten_events_lie_in_17_bytes_each_and_their_own() {
        EventBlock block = EventBlock.NONE;
        for (int i = 0; i < 10; i++) {
            byte[] id = ByteBuffer.allocate(16).putLong(9).putLong(-i).array();
            block = block.with(id, 0, filled(40));
        }

        assertThat(block.size()).isEqualTo(10);
        assertThat(block.bytes()).hasSize(10 * (17 + 40));
    }

    private void put(Bytes key, byte[] value) {
        store.put(key, value);
        expected.put(key, value);
    }

    private void putIfAbsent(Bytes key, byte[] value) {
        assertThat(store.putIfAbsent(key, value)).isEqualTo(expected.putIfAbsent(key, value));
    }

    private void remove(Bytes key) {
        assertThat(store.delete(key)).isEqualTo(expected.remove(key));
    }

    private void together(Random random) {
        List<KeyValue<Bytes, byte[]>> changes = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            changes.add(KeyValue.pair(key(random), value(random)));
        }
        store.putAll(changes);
        changes.forEach(change -> expected.put(change.key, change.value));
    }

    private Map<Bytes, Bytes> of(int child) {
        Map<Bytes, Bytes> found = new TreeMap<>();
        List<Bytes> order = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range =
                store.range(ChildKeys.prefix(child(child)), ChildKeys.end(child(child)))) {
            range.forEachRemaining(entry -> {
                order.add(entry.key);
                found.put(entry.key, Bytes.wrap(entry.value));
            });
        }
        assertThat(order).isSorted().doesNotHaveDuplicates();
        return found;
    }

    private Map<Bytes, Bytes> expectedOf(int child) {
        Map<Bytes, Bytes> of = new TreeMap<>();
        expected.forEach((key, value) -> {
            if (ChildKeys.child(key).equals(child(child))) {
                of.put(key, Bytes.wrap(value));
            }
        });
        return of;
    }

    private static Bytes key(Random random) {
        UUID child = child(random.nextInt(3));
        return switch (random.nextInt(6)) {
            case 0 -> ChildKeys.head(child);
            case 1 -> ChildKeys.week(child, random.nextInt(9));
            case 2 -> ChildKeys.runs(child);
            case 3 -> ChildKeys.seen(child);
            default -> ChildKeys.event(child, new UUID((long) random.nextInt(4) << 62, random.nextInt(4)));
        };
    }

    private static UUID child(int i) {
        return new UUID(0x0b54, i + 1);
    }

    private static byte[] value(Random random) {
        byte[] value = new byte[random.nextInt(300)];
        random.nextBytes(value);
        return value;
    }

    private static byte[] filled(int length) {
        byte[] filled = new byte[length];
        Arrays.fill(filled, (byte) length);
        return filled;
    }
}
