package se.samordna.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.events.EventHeader;

/**
 * What an event says, as 64 hexadecimal digits: two copies of one eventId with the same digest are the same event, with
 * another one they are in conflict. When it was taken in ({@code receivedAt}) and by which request ({@code traceparent})
 * is no part of what it says. SHA-256 of its Avro binary under the compiled schema, so only comparable between parts of
 * the same version; where they differ, no digest is better than a wrong one.
 */
public final class ContentDigest {

    private ContentDigest() {}

    /** The digest of an event, or of a record without a header as it is. */
    public static String of(SpecificRecord event) {
        SpecificRecord told = event.get(0) instanceof EventHeader header ? withHeader(event, told(header)) : event;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<>(told.getSchema(), SpecificData.getForClass(told.getClass())).write(told, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return HexFormat.of().formatHex(sha256().digest(bytes.toByteArray()));
    }

    private static SpecificRecord withHeader(SpecificRecord event, EventHeader header) {
        SpecificRecord copy = copy(event);
        copy.put(0, header);
        return copy;
    }

    private static EventHeader told(EventHeader header) {
        EventHeader copy = (EventHeader) copy(header);
        copy.setReceivedAt(Instant.EPOCH);
        copy.setTraceparent(null);
        return copy;
    }

    private static SpecificRecord copy(SpecificRecord record) {
        SpecificRecord copy = (SpecificRecord) SpecificData.newInstance(record.getClass(), record.getSchema());
        for (int field = 0; field < record.getSchema().getFields().size(); field++) {
            copy.put(field, record.get(field));
        }
        return copy;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
