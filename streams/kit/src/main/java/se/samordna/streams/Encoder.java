package se.samordna.streams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.schemas.Topic;

/**
 * Avro records to the Confluent wire format. Ids are asked for once, at best before the streams start ({@link #prepare}):
 * from then on writing needs no registry. Safe for several threads.
 */
public final class Encoder {

    private final Registry registry;
    private final Map<Subject, Integer> ids = new ConcurrentHashMap<>();

    private record Subject(String topic, Class<?> type) {}

    public Encoder(Registry registry) {
        this.registry = registry;
    }

    /**
     * Asks for the ids of all types of these topics, and waits until they are registered.
     *
     * @throws RegistryAway if that takes too long
     */
    public void prepare(Collection<Topic> topics) {
        topics.forEach(topic -> topic.types().forEach(type -> id(topic, type)));
    }

    public byte[] write(Topic topic, SpecificRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(id(topic, record.getClass()))
                .array());
        BinaryEncoder to = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(record.getSchema(), SpecificData.getForClass(record.getClass()))
                    .write(record, to);
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int id(Topic topic, Class<? extends SpecificRecord> type) {
        return ids.computeIfAbsent(new Subject(topic.name(), type), _ -> registry.id(topic, type));
    }
}
