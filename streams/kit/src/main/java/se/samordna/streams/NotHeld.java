package se.samordna.streams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import se.samordna.rules.Agency;
import se.samordna.rules.Event;
import se.samordna.rules.Span;

/**
 * The ids of events that are accounted for and not held: lines of attendance too late for alerts, and events at which
 * something of ours failed. A line is kept until it could not be told from a second replay any more. In the store under
 * {@code X}, the child and the event: the instant it was received at, the one to let it go at, the agency, the
 * municipality.
 */
final class NotHeld {

    private static final byte KIND = 'X';
    private static final int KEY = 1 + 4 * Long.BYTES;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Id, Entry> entries = new HashMap<>();
    private Instant letGoNext = Span.NEVER;

    private record Id(UUID child, UUID event) {

        static Id of(Event event) {
            return new Id(event.childId(), event.eventId());
        }
    }

    /** Where it is counted, and from when on it need not be known. */
    record Entry(Agency agency, String municipality, Instant receivedAt, Instant until) {}

    NotHeld(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(this::restore);
        }
    }

    private void restore(KeyValue<Bytes, byte[]> saved) {
        ByteBuffer key = ByteBuffer.wrap(saved.key.get());
        if (key.get() == KIND) {
            Id id = new Id(new UUID(key.getLong(), key.getLong()), new UUID(key.getLong(), key.getLong()));
            keep(id, read(saved.value));
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean has(UUID child, UUID event) {
        return entries.containsKey(new Id(child, event));
    }

    Optional<Entry> find(Event event) {
        return Optional.ofNullable(entries.get(Id.of(event)));
    }

    /** @param until from when on it need not be known; {@link Span#NEVER} if for ever */
    void put(Event event, Instant until) {
        Entry entry = new Entry(event.agency(), event.municipality(), event.receivedAt(), until);
        Id id = Id.of(event);
        keep(id, entry);
        store.put(key(id), write(entry));
    }

    private void keep(Id id, Entry entry) {
        entries.put(id, entry);
        letGoNext = entry.until.isBefore(letGoNext) ? entry.until : letGoNext;
    }

    /** Takes it out, since it is held now. */
    Optional<Entry> take(Event event) {
        Id id = Id.of(event);
        Optional<Entry> entry = Optional.ofNullable(entries.remove(id));
        entry.ifPresent(_ -> store.delete(key(id)));
        return entry;
    }

    void letGo(Instant now) {
        if (letGoNext.isAfter(now)) {
            return;
        }
        letGoNext = Span.NEVER;
        for (Iterator<Map.Entry<Id, Entry>> each = entries.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Id, Entry> next = each.next();
            Instant until = next.getValue().until;
            if (until.isAfter(now)) {
                letGoNext = until.isBefore(letGoNext) ? until : letGoNext;
            } else {
                store.delete(key(next.getKey()));
                each.remove();
            }
        }
    }

    private static Bytes key(Id id) {
        return Bytes.wrap(ByteBuffer.allocate(KEY)
                .put(KIND)
                .putLong(id.child.getMostSignificantBits())
                .putLong(id.child.getLeastSignificantBits())
                .putLong(id.event.getMostSignificantBits())
                .putLong(id.event.getLeastSignificantBits())
                .array());
    }

    private static byte[] write(Entry entry) {
        byte[] municipality = entry.municipality.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + 1 + municipality.length)
                .putLong(entry.receivedAt.toEpochMilli())
                .putLong(entry.until.equals(Span.NEVER) ? Long.MAX_VALUE : entry.until.toEpochMilli())
                .put((byte) entry.agency.ordinal())
                .put(municipality)
                .array();
    }

    private static Entry read(byte[] saved) {
        ByteBuffer in = ByteBuffer.wrap(saved);
        Instant receivedAt = Instant.ofEpochMilli(in.getLong());
        long until = in.getLong();
        Agency agency = Agency.values()[in.get()];
        byte[] municipality = new byte[in.remaining()];
        in.get(municipality);
        return new Entry(
                agency,
                new String(municipality, StandardCharsets.UTF_8),
                receivedAt,
                until == Long.MAX_VALUE ? Span.NEVER : Instant.ofEpochMilli(until));
    }
}
