package se.samordna.streams;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import se.samordna.rules.CrossingBytes;
import se.samordna.rules.Held;
import se.samordna.rules.HistoryOf;
import se.samordna.rules.SiblingTold;

/**
 * What is held of one child, as bytes for the store of another: the entries of its range, those of events whole, and the
 * schemas of these, so that they are read where their own store is not.
 *
 * <pre>
 * version │ n │ n × (print of a schema, its text)
 *         │ n │ n × (kind of entry, its value)
 * </pre>
 *
 * Not safe for several threads.
 */
final class PartBytes {

    private static final byte VERSION = 1;

    /** A kind beside those of {@link ChildKeys}: what stands in the head there, and goes where the head does not. */
    private static final byte FORGOTTEN = 'F';

    private final EventBytes events;
    private final Signals signals;

    PartBytes(EventBytes events, Signals signals) {
        this.events = events;
        this.signals = signals;
    }

    /**
     * @param forgotten see {@link HistoryOf.Part}
     * @param dictionary of the store of these entries
     */
    static byte[] write(Map<Bytes, byte[]> entries, Optional<byte[]> forgotten, Dictionary dictionary) {
        Map<Long, byte[]> schemas = new LinkedHashMap<>();
        Map<Bytes, byte[]> kept = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            switch (ChildKeys.kind(key)) {
                case ChildKeys.EVENT -> {
                    byte[] whole = EventBytes.whole(ChildKeys.child(key), ChildKeys.event(key), value, dictionary);
                    schemas.computeIfAbsent(EventBytes.fingerprint(whole), dictionary::schema);
                    kept.put(key, whole);
                }
                case ChildKeys.WEEK, ChildKeys.RUNS -> kept.put(key, value);
                case ChildKeys.CROSSING -> {
                    if (ChildKeys.isSibling(key) && !isKeptForItsNumber(value)) {
                        kept.put(key, value);
                    }
                }
                default -> {} // what it told, and what of others it holds, is no part of it
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        out.write(VERSION);
        number(out, schemas.size());
        schemas.forEach((print, text) -> {
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(print).array());
            bytes(out, text);
        });
        number(out, kept.size() + (forgotten.isPresent() ? 1 : 0));
        kept.forEach((key, value) -> {
            out.write(ChildKeys.kind(key));
            bytes(out, value);
        });
        forgotten.ifPresent(value -> {
            out.write(FORGOTTEN);
            bytes(out, value);
        });
        return out.toByteArray();
    }

    /** Taken back; what may yet come late comes to the child itself. */
    private static boolean isKeptForItsNumber(byte[] told) {
        return CrossingBytes.number(told) > 0 && CrossingBytes.read(told).nothing();
    }

    private static void number(ByteArrayOutputStream out, int number) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    /** @throws RuntimeException of many kinds if this did not write them */
    HistoryOf.Part read(UUID child, byte[] state) {
        ByteBuffer in = ByteBuffer.wrap(state);
        if (in.get() != VERSION) {
            throw new IllegalStateException("a history of a later release");
        }
        Map<Long, byte[]> schemas = new HashMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            schemas.put(in.getLong(), bytes(in));
        }
        List<Held> held = new ArrayList<>();
        List<byte[]> weeks = new ArrayList<>();
        Optional<byte[]> runs = Optional.empty();
        Optional<byte[]> forgotten = Optional.empty();
        List<SiblingTold> siblings = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            byte kind = in.get();
            byte[] value = bytes(in);
            switch (kind) {
                case ChildKeys.EVENT -> held.add(held(value, print -> Objects.requireNonNull(schemas.get(print))));
                case ChildKeys.WEEK -> weeks.add(value);
                case ChildKeys.RUNS -> runs = Optional.of(value);
                case ChildKeys.CROSSING -> siblings.add((SiblingTold) CrossingBytes.read(value));
                case FORGOTTEN -> forgotten = Optional.of(value);
                default -> throw new IllegalStateException("a history of a later release");
            }
        }
        return new HistoryOf.Part(child, held, weeks, runs, siblings, forgotten);
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private Held held(byte[] entry, Function<Long, byte[]> schema) {
        SpecificRecord record = events.readWhole(entry, schema);
        return new Held(signals.event(record).orElseThrow(), EventBytes.disputed(entry));
    }
}
