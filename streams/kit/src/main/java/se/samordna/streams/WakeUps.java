package se.samordna.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import se.samordna.rules.Order;

/**
 * When which child must be judged again though nothing came, and the clock of the partition. For one thread.
 *
 * <p>A store of a task keeps both: eight bytes of due time ++ sixteen of the child; the clock under a key of one byte. It
 * is read once, when the task begins; from then on the order is kept here too, since a range over Kafka's heap store
 * copies its keys. A tick before which nothing is due costs one comparison and the writing of the clock.
 */
public final class WakeUps {

    /** The store's name. */
    public static final String NAME = "wakeups";

    static final Bytes CLOCK = Bytes.wrap(new byte[] {(byte) 0xFF});
    private static final byte[] NOTHING = {};
    private static final int KEY = 24;

    private final KeyValueStore<Bytes, byte[]> store;
    private final TreeSet<Due> all = new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::child, Order.IDS));
    private long clock;

    /** A child that is due. */
    public record Due(Instant at, UUID child) {}

    public WakeUps(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> {
                if (entry.key.get().length == KEY) {
                    all.add(read(entry.key));
                } else {
                    clock = clock(entry.value);
                }
            });
        }
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
            store.put(CLOCK, ByteBuffer.allocate(Long.BYTES).putLong(clock).array());
        }
    }

    /** The children due by the clock, by due time, then child. They stay until moved. */
    public List<Due> due() {
        if (all.isEmpty() || all.first().at().toEpochMilli() > clock) {
            return List.of();
        }
        return new ArrayList<>(all.headSet(new Due(Instant.ofEpochMilli(clock + 1), new UUID(0, 0))));
    }

    /** Moves a child's wake-up from one instant to another. */
    public void move(UUID child, Optional<Instant> from, Optional<Instant> to) {
        if (from.equals(to)) {
            return;
        }
        from.ifPresent(at -> {
            store.delete(key(at, child));
            all.remove(new Due(at, child));
        });
        to.ifPresent(at -> {
            store.put(key(at, child), NOTHING);
            all.add(new Due(at, child));
        });
    }

    static long clock(byte[] saved) {
        return ByteBuffer.wrap(saved).getLong();
    }

    private static Due read(Bytes entry) {
        ByteBuffer key = ByteBuffer.wrap(entry.get());
        return new Due(Instant.ofEpochMilli(key.getLong()), new UUID(key.getLong(), key.getLong()));
    }

    private static Bytes key(Instant at, UUID child) {
        return Bytes.wrap(ByteBuffer.allocate(KEY)
                .putLong(at.toEpochMilli())
                .putLong(child.getMostSignificantBits())
                .putLong(child.getLeastSignificantBits())
                .array());
    }
}
