package se.samordna.kit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samordna.kit.publish.EventPublisher;
import se.samordna.kit.publish.Outgoing;
import se.samordna.kit.publish.Published;

/** Keeps what is published, unless something is away. */
final class FakeKafka implements EventPublisher {

    final List<List<Outgoing>> published = new ArrayList<>();
    Optional<Published.Missing> missing = Optional.empty();

    @Override
    public Published publish(List<Outgoing> records) {
        if (missing.isPresent()) {
            return new Published.Away(missing.get());
        }
        published.add(records);
        return new Published.Acknowledged();
    }

    @Override
    public void close() {}
}
