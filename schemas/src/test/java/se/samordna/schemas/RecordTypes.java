package se.samordna.schemas;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Every record type that is in some topic. */
final class RecordTypes {

    private RecordTypes() {}

    static List<Class<? extends SpecificRecord>> all() {
        return Topics.catalogue().stream()
                .<Class<? extends SpecificRecord>>flatMap(topic -> topic.types().stream())
                .distinct()
                .toList();
    }
}
