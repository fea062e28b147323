package se.samordna.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import se.samordna.rules.Child;
import se.samordna.rules.Order;

/**
 * When which child must be judged again though nothing came, and the clock of the partition. For one thread.
 *
 * <p>An index over the child store, in memory: what it says stands in the heads and in the weeks of attendance, and is
 * read from them once, when the task begins. Written down it would be the most written thing of all, a child at school
 * being due once for each line (infra/adr/0001). The clock is written, under a key of no child. A tick before which nothing
 * is due costs one comparison and the writing of the clock.
 */
public final class WakeUps {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<UUID, Due> ofChild = new HashMap<>();
    private final TreeSet<Due> all =
            new TreeSet<>(Comparator.comparingLong(Due::milli).thenComparing(Due::child, Order.IDS));
    private long clock;

    /** A child that is due, at an instant in milliseconds. */
    public record Due(long milli, UUID child) {}

    /**
     * @param store the child store of a task, restored
     * @param heads which know when their child is due
     */
    public WakeUps(KeyValueStore<Bytes, byte[]> store, HeadCodec<?> heads) {
        this.store = store;
        byte[] saved = store.get(ChildKeys.CLOCK);
        clock = saved == null ? 0 : clock(saved);
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> {
                if (!entry.key.equals(ChildKeys.CLOCK)) {
                    read(entry.key, entry.value, heads);
                }
            });
        }
    }

    private void read(Bytes key, byte[] value, HeadCodec<?> heads) {
        Optional<Instant> due = switch (ChildKeys.kind(key)) {
            case ChildKeys.HEAD -> heads.wakeUp(value);
            case ChildKeys.WEEK -> Child.nextLine(value, Instant.ofEpochMilli(clock));
            default -> Optional.empty();
        };
        UUID child = ChildKeys.child(key);
        due.filter(at -> isBefore(at, child)).ifPresent(at -> set(child, due));
    }

    private boolean isBefore(Instant at, UUID child) {
        Due known = ofChild.get(child);
        return known == null || at.toEpochMilli() < known.milli;
    }

    /** The partition's clock in milliseconds: its greatest tick, 0 before the first. */
    public long clock() {
        return clock;
    }

    /** Moves the clock, never backwards. */
    public void tick(Instant at) {
        long milli = at.toEpochMilli();
        if (milli > clock) {
            clock = milli;
            store.put(
                    ChildKeys.CLOCK,
                    ByteBuffer.allocate(Long.BYTES).putLong(clock).array());
        }
    }

    /** The children due by the clock, by due time, then child. They stay until set anew. */
    public List<Due> due() {
        if (all.isEmpty() || all.first().milli > clock) {
            return List.of();
        }
        return new ArrayList<>(all.headSet(new Due(clock + 1, new UUID(0, 0))));
    }

    /** When a child is due next, in the place of what was set before; empty if never. */
    public void set(UUID child, Optional<Instant> at) {
        Due before = ofChild.get(child);
        if (at.isEmpty()) {
            if (before != null) {
                ofChild.remove(child);
                all.remove(before);
            }
            return;
        }
        long milli = at.get().toEpochMilli();
        if (before == null || before.milli != milli) {
            Due due = new Due(milli, child);
            if (before != null) {
                all.remove(before);
            }
            ofChild.put(child, due);
            all.add(due);
        }
    }

    static long clock(byte[] saved) {
        return ByteBuffer.wrap(saved).getLong();
    }
}
