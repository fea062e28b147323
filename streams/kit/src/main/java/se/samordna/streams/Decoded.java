package se.samordna.streams;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What a record's bytes turned out to be. */
public sealed interface Decoded {

    /** A record of one of the topic's types. */
    record Read(SpecificRecord record) implements Decoded {}

    /**
     * For the dead letters.
     *
     * @param exception the class of what went wrong; never its message, which may quote the record
     */
    record Dead(DeadReason reason, Optional<String> exception) implements Decoded {

        static Dead of(DeadReason reason) {
            return new Dead(reason, Optional.empty());
        }

        static Dead of(DeadReason reason, Throwable cause) {
            return new Dead(reason, Optional.of(cause.getClass().getName()));
        }
    }
}
