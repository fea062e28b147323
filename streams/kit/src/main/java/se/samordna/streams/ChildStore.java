package se.samordna.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import se.samordna.rules.Crossing;
import se.samordna.rules.Dirty;
import se.samordna.rules.Held;
import se.samordna.rules.HistoryOf;
import se.samordna.rules.Memory;
import se.samordna.rules.SchoolFact;

/**
 * The children of one task, over one key-value store: a child is the entries of its range ({@link ChildKeys}), put
 * together when first needed and kept so in a bounded cache; only the entries that changed are written back. So what goes
 * to the changelog for an event is about as big as the event. For one thread.
 *
 * @param <H> the application's head of a child
 */
public final class ChildStore<H> {

    /** The store's name, for topology and look-ups. */
    public static final String NAME = "child";

    /** Below a broker's {@code message.max.bytes}, its default a little more than this. */
    public static final int LARGEST = 1_000_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final ChildReader<H> reader;
    private final HeadCodec<H> heads;
    private final EventBytes events;
    private final StateSchemas schemas = new StateSchemas();
    private final Letterheads letterheads;
    private final Dictionary dictionary;
    private final Map<UUID, Kept<H>> cache;

    /**
     * Made when the store has been restored.
     *
     * @param cached how many children are kept decoded, a few kilobytes each
     */
    public ChildStore(KeyValueStore<Bytes, byte[]> store, Memory memory, HeadCodec<H> heads, int cached) {
        this.store = store;
        this.heads = heads;
        this.events = new EventBytes(schemas);
        this.letterheads = new Letterheads(store);
        this.dictionary = new Dictionary() {
            @Override
            public byte[] schema(long fingerprint) {
                return store.get(ChildKeys.schema(fingerprint));
            }

            @Override
            public byte[] letterhead(int number) {
                return letterheads.get(number);
            }
        };
        this.reader = new ChildReader<>(memory, heads, events);
        this.cache = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Kept<H>> eldest) {
                return size() > cached;
            }
        };
    }

    /** The child, empty if nothing was ever saved of it. */
    public Kept<H> load(UUID childId) {
        Kept<H> cached = cache.get(childId);
        if (cached != null) {
            return cached;
        }
        Kept<H> read = read(childId);
        cache.put(childId, read);
        return read;
    }

    private Kept<H> read(UUID childId) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(ChildKeys.prefix(childId), ChildKeys.end(childId))) {
            return reader.read(childId, entries, dictionary);
        }
    }

    /**
     * What changed of the child since this was last asked, for {@link #write}: apart, so that a fault on the way leaves
     * nothing half written.
     *
     * @param partitionClock the clock of the partition, saved by {@link WakeUps}
     * @throws ChildTooLarge if an entry is more than a broker takes; the child is to be {@link #drop dropped}
     */
    public List<KeyValue<Bytes, byte[]>> changes(Kept<H> kept, long partitionClock) {
        UUID child = kept.child().childId();
        Dirty dirty = kept.child().drain();
        List<KeyValue<Bytes, byte[]>> to = new ArrayList<>(4);
        for (UUID event : dirty.events()) {
            put(to, ChildKeys.event(child, event), entry(kept, event));
        }
        for (int week : dirty.weeks()) {
            put(to, ChildKeys.week(child, week), kept.child().week(week));
        }
        for (Crossing.Key told : dirty.crossings()) {
            put(to, ChildKeys.crossing(child, told), kept.crossing(told));
        }
        if (dirty.runs()) {
            put(to, ChildKeys.runs(child), kept.child().runs());
        }
        if (kept.headChanged()) {
            to.add(KeyValue.pair(ChildKeys.head(child), heads.write(kept.head())));
        }
        boolean seen = kept.seenChanged(partitionClock);
        if (seen) {
            to.add(KeyValue.pair(
                    ChildKeys.seen(child),
                    ByteBuffer.allocate(Long.BYTES).putLong(kept.seen()).array()));
        }
        kept.saved(seen);
        if (to.stream().anyMatch(entry -> entry.value != null && entry.value.length > LARGEST)) {
            throw new ChildTooLarge();
        }
        return to;
    }

    /** Writes them. */
    public void write(List<KeyValue<Bytes, byte[]>> changes) {
        if (!changes.isEmpty()) {
            store.putAll(changes);
        }
    }

    /**
     * What is held of a child and of those merged into it, for {@link Crossings#write}.
     *
     * @param changes what is about to be written of the child
     */
    public Map<UUID, byte[]> history(UUID child, HistoryOf of, List<KeyValue<Bytes, byte[]>> changes) {
        try (KeyValueIterator<Bytes, byte[]> saved = store.range(ChildKeys.prefix(child), ChildKeys.end(child))) {
            return Histories.of(child, of, saved, changes, dictionary);
        }
    }

    /**
     * Writes that a child is to be looked at again, whatever else is the matter with it. An earlier time stays: it tells
     * what is news to the rules.
     */
    public void remind(UUID childId, Instant at) {
        Bytes key = ChildKeys.head(childId);
        byte[] stored = store.get(key);
        byte[] head = stored == null ? heads.write(heads.none()) : stored;
        if (heads.wakeUp(head).filter(known -> !known.isAfter(at)).isEmpty()) {
            store.put(key, heads.withWakeUp(head, at));
        }
    }

    /** Forgets the decoded child, after a fault half-way through it: the store has it as it was. */
    public void drop(UUID childId) {
        cache.remove(childId);
    }

    private Optional<byte[]> entry(Kept<H> kept, UUID event) {
        return kept.child().held(event).map(held -> {
            Kept.Arrived arrived = kept.arrived().get(event);
            if (arrived != null && arrived.event().equals(held.copy())) {
                saveSchema(arrived.record());
                return events.write(arrived.record(), held.disputed(), letterheads);
            }
            byte[] before = store.get(ChildKeys.event(kept.child().childId(), event));
            return before != null ? EventBytes.flagged(before, held.disputed()) : unpacked(held);
        });
    }

    private byte[] unpacked(Held held) {
        if (!(held.copy().body() instanceof SchoolFact.AttendanceReported line)) {
            throw new IllegalStateException(
                    "held, but neither arrived nor saved: " + held.copy().body().type());
        }
        SpecificRecord record = AttendanceForm.of(held.copy(), line);
        saveSchema(record);
        return events.write(record, held.disputed(), letterheads);
    }

    private void saveSchema(SpecificRecord record) {
        long print = schemas.fingerprint(record);
        if (schemas.unsaved(print) && store.get(ChildKeys.schema(print)) == null) {
            store.put(ChildKeys.schema(print), StateSchemas.text(record));
        }
    }

    @SuppressWarnings("NullAway") // a value that is null takes the key away: Streams' own way to say it
    private static void put(List<KeyValue<Bytes, byte[]>> to, Bytes key, Optional<byte[]> value) {
        to.add(KeyValue.pair(key, value.orElse(null)));
    }
}
