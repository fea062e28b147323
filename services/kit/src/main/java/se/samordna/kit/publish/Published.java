package se.samordna.kit.publish;

/** What became of records that were to be published. */
public sealed interface Published {

    /** Every one is in Kafka, acknowledged by all replicas in sync. */
    record Acknowledged() implements Published {}

    /**
     * Not known to be there: one record may have arrived without its acknowledgement, of several either all did or none.
     * Sending the same again is safe.
     */
    record Away(Missing missing) implements Published {}

    /** What did not answer. */
    enum Missing {
        BROKER,
        REGISTRY,
        /** The registry answers but does not hold the record's schema. */
        SCHEMA
    }
}
