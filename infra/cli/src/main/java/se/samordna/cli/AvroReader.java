package se.samordna.cli;

import java.io.PrintWriter;
import java.nio.BufferUnderflowException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import se.samordna.schemas.SpecificAvroSerde;

/** Records of topics as Avro, for the terminal: one that is none of ours is named there once, and hides no other. */
final class AvroReader implements AutoCloseable {

    private final SpecificAvroSerde<SpecificRecord> serde;
    private final Deserializer<SpecificRecord> reader;
    private final PrintWriter err;
    private final Set<String> named = new HashSet<>();

    AvroReader(String registry, PrintWriter err) {
        serde = SpecificAvroSerde.forValues(registry);
        reader = serde.deserializer();
        this.err = err;
    }

    /** Empty for a tombstone, and for what cannot be read. */
    Optional<SpecificRecord> read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.deserialize(record.topic(), record.value()));
        } catch (SerializationException | BufferUnderflowException | IllegalArgumentException e) {
            String place = record.topic() + "/" + record.partition() + "/" + record.offset();
            if (named.add(place)) {
                err.println(place + " is no record of ours and is left out ("
                        + e.getClass().getSimpleName() + ")");
                err.flush();
            }
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        reader.close();
        serde.close();
    }
}
