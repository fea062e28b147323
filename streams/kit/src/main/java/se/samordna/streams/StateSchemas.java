package se.samordna.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.schemas.EventType;
import se.samordna.schemas.EventTypes;

/**
 * The schemas that events in a child store are written in. A schema lies in the store beside what it wrote, by its
 * fingerprint: so state outlives the class it was compiled from, and reading it needs no registry.
 */
final class StateSchemas {

    private final Map<Long, DatumReader<SpecificRecord>> readers = new HashMap<>();
    private final Map<Class<?>, Long> compiled = new HashMap<>();
    private final Set<Long> saved = new HashSet<>();

    StateSchemas() {
        for (EventType type : EventTypes.all()) {
            long print = SchemaNormalization.parsingFingerprint64(type.schema());
            compiled.put(type.recordClass(), print);
            readers.put(print, reader(type.schema(), type));
        }
    }

    /** The fingerprint of the schema we compiled for a type of event. */
    long fingerprint(SpecificRecord event) {
        Long print = compiled.get(event.getClass());
        if (print == null) {
            throw new IllegalArgumentException("no event: " + event.getClass());
        }
        return print;
    }

    /** Whether {@link #text} must still be saved; asked once for each schema. */
    boolean unsaved(long fingerprint) {
        return saved.add(fingerprint);
    }

    /** What is saved of a schema: what is needed to read by it, without docs and logical types. */
    static byte[] text(SpecificRecord event) {
        return SchemaNormalization.toParsingForm(event.getSchema()).getBytes(StandardCharsets.UTF_8);
    }

    /** A reader of events written in that schema, into today's classes. {@code stored} finds a saved {@link #text}. */
    DatumReader<SpecificRecord> reader(long fingerprint, Function<Long, byte[]> stored) {
        return readers.computeIfAbsent(fingerprint, print -> {
            Schema written = new Schema.Parser().parse(new String(stored.apply(print), StandardCharsets.UTF_8));
            return reader(written, EventTypes.named(written.getName()).orElseThrow());
        });
    }

    private static DatumReader<SpecificRecord> reader(Schema written, EventType type) {
        try {
            return new FastReaderBuilder(SpecificData.getForClass(type.recordClass()))
                    .createDatumReader(written, type.schema());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
