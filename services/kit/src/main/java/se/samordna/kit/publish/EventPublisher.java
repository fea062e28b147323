package se.samordna.kit.publish;

import java.util.List;

/** Brings records to Kafka and says whether they are there. */
public interface EventPublisher extends AutoCloseable {

    /**
     * Publishes all of them or none: several in one transaction. Returns within a few seconds, whatever is away.
     *
     * @param records at least one
     */
    Published publish(List<Outgoing> records);

    @Override
    void close();
}
