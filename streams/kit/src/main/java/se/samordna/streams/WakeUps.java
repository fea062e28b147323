package se.samordna.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
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

    private static final long NEVER = Long.MAX_VALUE;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<UUID, Awaited> ofChild = new HashMap<>();
    private final TreeSet<Due> children =
            new TreeSet<>(Comparator.comparingLong(Due::milli).thenComparing(Due::child, Order.IDS));
    private final PriorityQueue<Due> lines = new PriorityQueue<>(Comparator.comparingLong(Due::milli));
    private final Deque<UUID> outdated = new ArrayDeque<>();
    private long clock;

    /** What is set of a child: for itself, which seldom moves, and for a line, which comes and goes each school day. */
    private static final class Awaited {
        private long self = NEVER;
        private long line = NEVER;
    }

    /** A child that is due, at an instant in milliseconds. */
    public record Due(long milli, UUID child) {}

    /**
     * @param store the child store of a task, restored
     * @param heads which know when their child is due
     */
    public WakeUps(KeyValueStore<Bytes, byte[]> store, HeadCodec<?> heads) {
        this(store, heads, _ -> false);
    }

    /** @param isOutdated whether a child with that head must be judged anew, whatever its time */
    public WakeUps(KeyValueStore<Bytes, byte[]> store, HeadCodec<?> heads, Predicate<byte[]> isOutdated) {
        this.store = store;
        byte[] saved = store.get(ChildKeys.CLOCK);
        clock = saved == null ? 0 : clock(saved);
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> {
                if (!entry.key.equals(ChildKeys.CLOCK)) {
                    read(entry.key, entry.value, heads, isOutdated);
                }
            });
        }
    }

    private void read(Bytes key, byte[] value, HeadCodec<?> heads, Predicate<byte[]> isOutdated) {
        UUID child = ChildKeys.child(key);
        switch (ChildKeys.kind(key)) {
            case ChildKeys.HEAD -> {
                self(child, awaited(child), milli(heads.wakeUp(value)));
                if (isOutdated.test(value)) {
                    outdated.add(child);
                }
            }
            case ChildKeys.WEEK -> {
                long next = milli(Child.nextLine(value, Instant.ofEpochMilli(clock)));
                if (next < NEVER) {
                    line(child, awaited(child), Math.min(next, awaited(child).line));
                }
            }
            default -> {} // says nothing of time
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
            store.put(
                    ChildKeys.CLOCK,
                    ByteBuffer.allocate(Long.BYTES).putLong(clock).array());
        }
    }

    /** The children due by the clock: those with a line, then the others, by due time. Each is to be {@link #set} anew. */
    public Collection<Due> due() {
        Map<UUID, Due> due = new LinkedHashMap<>(0);
        for (Due line = lines.peek(); line != null && line.milli <= clock; line = lines.peek()) {
            lines.remove();
            Awaited awaited = ofChild.get(line.child);
            if (awaited != null && awaited.line == line.milli) {
                awaited.line = NEVER;
                due.putIfAbsent(line.child, line);
            }
        }
        if (!children.isEmpty() && children.first().milli <= clock) {
            children.headSet(new Due(clock + 1, new UUID(0, 0))).forEach(each -> due.putIfAbsent(each.child, each));
        }
        return due.values();
    }

    /** Takes out some of the children that were found outdated; none if all have been given. */
    public List<UUID> outdated(int atMost) {
        List<UUID> some = new ArrayList<>(Math.min(atMost, outdated.size()));
        while (some.size() < atMost && !outdated.isEmpty()) {
            some.add(outdated.remove());
        }
        return some;
    }

    /**
     * When a child is due next, in the place of what was set before; empty if never.
     *
     * @param self by what its head says
     * @param line by a line of attendance that comes into force
     */
    public void set(UUID child, Optional<Instant> self, Optional<Instant> line) {
        Awaited known = ofChild.get(child);
        if (known == null && self.isEmpty() && line.isEmpty()) {
            return;
        }
        Awaited awaited = known == null ? awaited(child) : known;
        self(child, awaited, milli(self));
        line(child, awaited, milli(line));
        if (awaited.self == NEVER && awaited.line == NEVER) {
            ofChild.remove(child);
        }
    }

    private Awaited awaited(UUID child) {
        return ofChild.computeIfAbsent(child, _ -> new Awaited());
    }

    private void self(UUID child, Awaited awaited, long milli) {
        if (awaited.self != milli) {
            if (awaited.self != NEVER) {
                children.remove(new Due(awaited.self, child));
            }
            if (milli != NEVER) {
                children.add(new Due(milli, child));
            }
            awaited.self = milli;
        }
    }

    // One moved or gone is left in the queue: it comes up in an hour and is passed over.
    private void line(UUID child, Awaited awaited, long milli) {
        if (awaited.line != milli) {
            awaited.line = milli;
            if (milli != NEVER) {
                lines.add(new Due(milli, child));
            }
        }
    }

    private static long milli(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(NEVER);
    }

    static long clock(byte[] saved) {
        return ByteBuffer.wrap(saved).getLong();
    }
}
