package se.samordna.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Schemas as the registry and everyone outside sees them. */
public final class WireSchemas {

    private WireSchemas() {}

    /**
     * A record type's schema without Java's marks (avro.java.string), exactly as the serializer looks it up under
     * {@link RegistrySettings}.
     */
    public static Schema of(Class<? extends SpecificRecord> type) {
        AvroTrust.establish();
        Object empty = SpecificData.newInstance(type, SpecificData.get().getSchema(type));
        return AvroSchemaUtils.getSchema(empty, false, false, true);
    }
}
