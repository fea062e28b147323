package se.samordna.streams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
 * An event's entry in the child store: a version byte, a byte of flags, the eight bytes of its schema's fingerprint, and
 * Avro. Not safe for several threads.
 */
final class EventBytes {

    private static final byte VERSION = 1;
    private static final byte DISPUTED = 1;
    private static final int FLAGS = 1;
    private static final int FINGERPRINT = 2;
    private static final int AVRO = 10;

    private final StateSchemas schemas;
    private @Nullable BinaryDecoder decoder;
    private @Nullable BinaryEncoder encoder;

    EventBytes(StateSchemas schemas) {
        this.schemas = schemas;
    }

    byte[] write(SpecificRecord event, boolean disputed) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(160);
            out.writeBytes(head(event, disputed));
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

    /** The same entry with another flag. */
    static byte[] flagged(byte[] entry, boolean disputed) {
        byte[] flagged = entry.clone();
        flagged[FLAGS] = disputed ? DISPUTED : 0;
        return flagged;
    }

    static boolean disputed(byte[] entry) {
        return (entry[FLAGS] & DISPUTED) != 0;
    }

    /** Of the schema that an entry is written in. */
    static long fingerprint(byte[] entry) {
        return ByteBuffer.wrap(entry).getLong(FINGERPRINT);
    }

    SpecificRecord read(byte[] entry, Function<Long, byte[]> storedSchema) {
        if (entry[0] != VERSION) {
            throw new IllegalStateException("an event entry of version " + entry[0] + ", written by a later release");
        }
        try {
            long print = fingerprint(entry);
            BinaryDecoder from = DecoderFactory.get().binaryDecoder(entry, AVRO, entry.length - AVRO, decoder);
            decoder = from;
            return schemas.reader(print, storedSchema).read(null, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] head(SpecificRecord event, boolean disputed) {
        return ByteBuffer.allocate(AVRO)
                .put(VERSION)
                .put(disputed ? DISPUTED : 0)
                .putLong(schemas.fingerprint(event))
                .array();
    }
}
