package se.samordna.streams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event's entry in the child store. Its Avro begins with what the entry's key says too (both ids) and what all events
 * of its sender share, so the entry in its store leaves that out; what leaves the store is whole.
 *
 * <pre>
 * whole: 1 │ flags │ schema's fingerprint, 8 bytes │ Avro
 * short: 2, its highest bit the flag of a dispute │ number of its {@link Letterheads letterhead}, 7 bits a byte
 *          │ Avro from occurredAt on
 * </pre>
 *
 * Not safe for several threads.
 */
final class EventBytes {

    private static final byte WHOLE = 1;
    private static final byte SHORT = 2;
    private static final int FLAGS = 1;
    private static final byte DISPUTED = 1;
    private static final int SHORT_DISPUTED = 0x80;
    private static final int FINGERPRINT = 2;
    private static final int AVRO = 10;

    /** Two ids as text, each after its length. */
    private static final int IDS = 2 * (1 + 36);

    private static final byte LENGTH_OF_ID = 2 * 36; // as Avro writes a length

    private final StateSchemas schemas;
    private @Nullable BinaryDecoder decoder;
    private @Nullable BinaryEncoder encoder;

    EventBytes(StateSchemas schemas) {
        this.schemas = schemas;
    }

    /** Short if the store has, or takes, the event's letterhead. */
    byte[] write(SpecificRecord event, boolean disputed, Letterheads letterheads) {
        byte[] avro = avro(event);
        int rest = afterSource(avro);
        byte[] letterhead = ByteBuffer.allocate(Long.BYTES + rest - IDS)
                .putLong(schemas.fingerprint(event))
                .put(avro, IDS, rest - IDS)
                .array();
        OptionalInt number = letterheads.number(letterhead);
        return number.isEmpty()
                ? whole(schemas.fingerprint(event), avro, disputed)
                : shortened(number.getAsInt(), avro, rest, disputed);
    }

    /** With all of it. */
    byte[] writeWhole(SpecificRecord event, boolean disputed) {
        return whole(schemas.fingerprint(event), avro(event), disputed);
    }

    private static byte[] shortened(int letterhead, byte[] avro, int from, boolean disputed) {
        ByteBuffer to = ByteBuffer.allocate(1 + 5 + avro.length - from);
        to.put((byte) (disputed ? SHORT | SHORT_DISPUTED : SHORT));
        int left = letterhead;
        for (; left >= 0x80; left >>>= 7) {
            to.put((byte) (left | 0x80));
        }
        to.put((byte) left).put(avro, from, avro.length - from);
        return Arrays.copyOf(to.array(), to.position());
    }

    private static byte[] whole(long fingerprint, byte[] avro, boolean disputed) {
        return ByteBuffer.allocate(AVRO + avro.length)
                .put(WHOLE)
                .put(disputed ? DISPUTED : 0)
                .putLong(fingerprint)
                .put(avro)
                .array();
    }

    /** An entry as it is read apart from its store. */
    static byte[] whole(UUID child, UUID event, byte[] entry, Dictionary dictionary) {
        if (entry[0] == WHOLE) {
            return entry;
        }
        if ((entry[0] & 0x7F) != SHORT) {
            throw new IllegalStateException("an event entry of version " + entry[0] + ", written by a later release");
        }
        int at = 1;
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = entry[at++];
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                break;
            }
        }
        byte[] letterhead = dictionary.letterhead(number);
        int shared = letterhead.length - Long.BYTES;
        ByteBuffer avro = ByteBuffer.allocate(IDS + shared + entry.length - at);
        id(avro, event);
        id(avro, child);
        avro.put(letterhead, Long.BYTES, shared).put(entry, at, entry.length - at);
        return whole(Letterheads.fingerprint(letterhead), avro.array(), disputed(entry));
    }

    private static void id(ByteBuffer to, UUID id) {
        to.put(LENGTH_OF_ID).put(id.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The same entry with another flag. */
    static byte[] flagged(byte[] entry, boolean disputed) {
        byte[] flagged = entry.clone();
        if (entry[0] == WHOLE) {
            flagged[FLAGS] = disputed ? DISPUTED : 0;
        } else {
            flagged[0] = (byte) (disputed ? SHORT | SHORT_DISPUTED : SHORT);
        }
        return flagged;
    }

    static boolean disputed(byte[] entry) {
        return entry[0] == WHOLE ? (entry[FLAGS] & DISPUTED) != 0 : entry[0] < 0;
    }

    /** Of the schema that a whole entry is written in. */
    static long fingerprint(byte[] whole) {
        return ByteBuffer.wrap(whole).getLong(FINGERPRINT);
    }

    SpecificRecord read(UUID child, UUID event, byte[] entry, Dictionary dictionary) {
        return readWhole(whole(child, event, entry, dictionary), dictionary::schema);
    }

    SpecificRecord readWhole(byte[] whole, Function<Long, byte[]> schema) {
        if (whole[0] != WHOLE) {
            throw new IllegalStateException("an event entry of version " + whole[0] + ", written by a later release");
        }
        try {
            BinaryDecoder from = DecoderFactory.get().binaryDecoder(whole, AVRO, whole.length - AVRO, decoder);
            decoder = from;
            return schemas.reader(fingerprint(whole), schema).read(null, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] avro(SpecificRecord event) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(160);
            BinaryEncoder to = EncoderFactory.get().binaryEncoder(out, encoder);
            encoder = to;
            new SpecificDatumWriter<SpecificRecord>(event.getSchema(), SpecificData.getForClass(event.getClass()))
                    .write(event, to);
            to.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where {@code occurredAt} begins: after eventId, childId, municipality, agency, source. */
    private static int afterSource(byte[] avro) {
        int agency = afterText(avro, IDS);
        return afterText(avro, afterNumber(avro, agency));
    }

    private static int afterText(byte[] avro, int at) {
        int length = 0;
        int from = at;
        for (int shift = 0; ; shift += 7) {
            byte next = avro[from++];
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                return from + (length >>> 1);
            }
        }
    }

    private static int afterNumber(byte[] avro, int at) {
        int from = at;
        while (avro[from] < 0) {
            from++;
        }
        return from + 1;
    }
}
