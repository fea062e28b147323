package se.samordna.streams;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import se.samordna.rules.Crossing;

/**
 * The keys of the child store: the child's sixteen bytes, one for the kind of entry, and what tells entries of a kind
 * apart. So a child is one range of the store.
 *
 * <pre>
 * childId │ 'A' week    a week of attendance, packed
 *         │ 'E' eventId any other event
 *         │ 'H'         the application's head
 *         │ 'N'         the greatest timestamp of its own records
 *         │ 'R'         the memory of runs of absence
 *         │ 'X' kind teller  what another child told
 * 0 … 0   │ 'C'         the clock of the partition
 *         │ 'L' number  what events of one type and sender have in common
 *         │ 'S' print   a schema that events of this store are written in
 * </pre>
 */
final class ChildKeys {

    static final byte CLOCK_KIND = 'C';
    static final byte WEEK = 'A';
    static final byte EVENT = 'E';
    static final byte HEAD = 'H';
    static final byte LETTERHEAD = 'L';
    static final byte SEEN = 'N';
    static final byte RUNS = 'R';
    static final byte SCHEMA = 'S';
    static final byte CROSSING = 'X';

    private static final int ID = 16;

    /** The clock of the partition, of no child. */
    static final Bytes CLOCK = of(new UUID(0, 0), CLOCK_KIND, 0).wrapped();

    private ChildKeys() {}

    static Bytes head(UUID child) {
        return of(child, HEAD, 0).wrapped();
    }

    static Bytes seen(UUID child) {
        return of(child, SEEN, 0).wrapped();
    }

    static Bytes runs(UUID child) {
        return of(child, RUNS, 0).wrapped();
    }

    /** @param week weeks since Monday 1969-12-29 */
    static Bytes week(UUID child, int week) {
        Key key = of(child, WEEK, Short.BYTES);
        key.bytes.putShort((short) week);
        return key.wrapped();
    }

    static Bytes event(UUID child, UUID event) {
        Key key = of(child, EVENT, ID);
        key.bytes.putLong(event.getMostSignificantBits()).putLong(event.getLeastSignificantBits());
        return key.wrapped();
    }

    static Bytes crossing(UUID child, Crossing.Key of) {
        Key key = of(child, CROSSING, 1 + ID);
        key.bytes
                .put((byte) of.kind().ordinal())
                .putLong(of.child().getMostSignificantBits())
                .putLong(of.child().getLeastSignificantBits());
        return key.wrapped();
    }

    /** The kind and teller of an entry under {@link #CROSSING}. */
    static Crossing.Key crossing(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get(), ID + 1, 1 + ID);
        return new Crossing.Key(Crossing.Kind.values()[bytes.get()], new UUID(bytes.getLong(), bytes.getLong()));
    }

    static boolean isSibling(Bytes key) {
        return key.get()[ID + 1] == Crossing.Kind.SIBLING.ordinal();
    }

    static Bytes schema(long fingerprint) {
        Key key = of(new UUID(0, 0), SCHEMA, Long.BYTES);
        key.bytes.putLong(fingerprint);
        return key.wrapped();
    }

    static Bytes letterhead(int number) {
        Key key = of(new UUID(0, 0), LETTERHEAD, Integer.BYTES);
        key.bytes.putInt(number);
        return key.wrapped();
    }

    static Bytes prefix(UUID child) {
        return new Key(ByteBuffer.allocate(ID)
                        .putLong(child.getMostSignificantBits())
                        .putLong(child.getLeastSignificantBits()))
                .wrapped();
    }

    /** Greater than every key of the child, and not greater than any of the next. */
    static Bytes end(UUID child) {
        return of(child, (byte) 0xFF, 0).wrapped();
    }

    /** The event of an entry under {@link #EVENT}. */
    static UUID event(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get(), ID + 1, ID);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static byte kind(Bytes key) {
        return key.get()[ID];
    }

    static UUID child(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static Key of(UUID child, byte kind, int rest) {
        return new Key(ByteBuffer.allocate(ID + 1 + rest)
                .putLong(child.getMostSignificantBits())
                .putLong(child.getLeastSignificantBits())
                .put(kind));
    }

    private record Key(ByteBuffer bytes) {
        Bytes wrapped() {
            return Bytes.wrap(bytes.array());
        }
    }
}
