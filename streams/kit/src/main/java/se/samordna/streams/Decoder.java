package se.samordna.streams;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import se.samordna.schemas.AvroTrust;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/**
 * From a record's bytes in the Confluent wire format to one of its topic's Avro records, or to why not. Not safe for
 * several threads.
 *
 * <p>Ours and not Kafka's deserializer plus its exception handler, because that one cannot tell a schema the registry
 * does not have (the record is bad) from a registry that is away (the record must wait), and quotes messages.
 */
public final class Decoder {

    /** As at intake (413). Bytes of Avro are fewer than of the JSON they came as. */
    static final int LARGEST = 64 * 1024;

    private static final int WIRE_HEADER = 5;
    private static final int REMEMBERED_UNKNOWN = 1_000;

    static {
        AvroTrust.establish();
    }

    private final Registry registry;
    private final Map<String, Set<Class<?>>> typesOfTopic;
    private final Map<String, Class<? extends SpecificRecord>> known = new HashMap<>();
    private final Map<Integer, Writer> writers = new HashMap<>();
    private final Map<Integer, Long> unknown = new HashMap<>();
    private @Nullable BinaryDecoder reused;

    public Decoder(Registry registry, Collection<Topic> topics) {
        this.registry = registry;
        typesOfTopic = topics.stream().collect(Collectors.toMap(Topic::name, topic -> Set.copyOf(topic.types())));
        for (Topic topic : topics) {
            topic.types()
                    .forEach(
                            type -> known.put(SpecificData.get().getSchema(type).getFullName(), type));
        }
    }

    /** @throws RegistryAway if the writer's schema is not known here and the registry does not answer */
    public Decoded decode(String topic, byte @Nullable [] value) {
        if (value == null) {
            return Decoded.Dead.of(DeadReason.TOMBSTONE);
        }
        if (value.length > LARGEST && value.length > largest(topic)) {
            return Decoded.Dead.of(DeadReason.OVERSIZED);
        }
        if (value.length < WIRE_HEADER || value[0] != 0) {
            return Decoded.Dead.of(DeadReason.BAD_MAGIC);
        }
        Writer writer = writer(ByteBuffer.wrap(value).getInt(1));
        return switch (writer) {
            case Writer.Dead(Decoded.Dead dead) -> dead;
            case Writer.Of of when !typesOf(topic).contains(of.type) -> Decoded.Dead.of(DeadReason.WRONG_TOPIC);
            case Writer.Of of -> read(of, value);
        };
    }

    // What a child tells another may be all that is held of it, and a plan has all its versions: no service took them
    // in.
    private static int largest(String topic) {
        return Topics.isCrossed(topic) || topic.equals(Topics.PLANS.name()) ? ChildStore.LARGEST : LARGEST;
    }

    private Decoded read(Writer.Of writer, byte[] value) {
        try {
            BinaryDecoder bytes =
                    DecoderFactory.get().binaryDecoder(value, WIRE_HEADER, value.length - WIRE_HEADER, reused);
            reused = bytes;
            SpecificRecord record = writer.reader.read(null, bytes);
            if (!bytes.isEnd()) {
                return Decoded.Dead.of(DeadReason.BAD_BYTES);
            }
            return writer.symbols.allKnown(record)
                    ? new Decoded.Read(record)
                    : Decoded.Dead.of(DeadReason.UNKNOWN_SYMBOL);
        } catch (IOException | RuntimeException e) {
            // Avro answers hostile bytes with whatever its insides meet: EOF, index, cast, number and limit errors.
            return Decoded.Dead.of(DeadReason.BAD_BYTES, e);
        }
    }

    private Writer writer(int id) {
        Writer writer = writers.get(id);
        return writer != null ? writer : ask(id);
    }

    private Writer ask(int id) {
        // An id that is not there is not asked for again at once: a flood of such records must not become one of
        // questions.
        long now = System.nanoTime();
        Long until = unknown.get(id);
        if (until != null && now - until < 0) {
            return Writer.NO_SCHEMA;
        }
        if (unknown.size() >= REMEMBERED_UNKNOWN) {
            unknown.clear();
        }
        return registry.schema(id)
                .map(schema -> {
                    unknown.remove(id);
                    Writer writer = writerOf(schema);
                    writers.put(id, writer);
                    return writer;
                })
                .orElseGet(() -> {
                    unknown.put(id, now + 10_000_000_000L);
                    return Writer.NO_SCHEMA;
                });
    }

    private Writer writerOf(Schema written) {
        Class<? extends SpecificRecord> type = known.get(written.getFullName());
        if (type == null) {
            return new Writer.Dead(Decoded.Dead.of(DeadReason.UNKNOWN_TYPE));
        }
        Schema compiled = SpecificData.get().getSchema(type);
        if (SchemaCompatibility.checkReaderWriterCompatibility(compiled, written)
                        .getType()
                != COMPATIBLE) {
            return new Writer.Dead(Decoded.Dead.of(DeadReason.INCOMPATIBLE_SCHEMA));
        }
        try {
            DatumReader<SpecificRecord> reader =
                    new FastReaderBuilder(SpecificData.getForClass(type)).createDatumReader(written, compiled);
            return new Writer.Of(type, reader, Symbols.of(compiled));
        } catch (IOException | AvroRuntimeException e) {
            return new Writer.Dead(Decoded.Dead.of(DeadReason.INCOMPATIBLE_SCHEMA, e));
        }
    }

    private Set<Class<?>> typesOf(String topic) {
        return typesOfTopic.getOrDefault(topic, Set.of());
    }

    /** A writer's schema, ready to read with. */
    private sealed interface Writer {

        Writer NO_SCHEMA = new Dead(Decoded.Dead.of(DeadReason.UNKNOWN_SCHEMA));

        record Of(Class<? extends SpecificRecord> type, DatumReader<SpecificRecord> reader, Symbols symbols)
                implements Writer {}

        record Dead(Decoded.Dead dead) implements Writer {}
    }
}
