package se.samordna.workplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import se.samordna.kit.publish.EventPublisher;
import se.samordna.kit.publish.Outgoing;
import se.samordna.kit.publish.Published;

/** Keeps what the pages publish; away unless a test says that it is there. */
@Component
@Primary
final class FakeKafka implements EventPublisher {
    private final List<Outgoing> published = new ArrayList<>();
    private Optional<Published.Missing> missing = Optional.of(Published.Missing.BROKER);

    synchronized void isThere() {
        published.clear();
        missing = Optional.empty();
    }

    synchronized void isAway() {
        published.clear();
        missing = Optional.of(Published.Missing.BROKER);
    }

    synchronized List<Outgoing> published() {
        return List.copyOf(published);
    }

    @Override
    public synchronized Published publish(List<Outgoing> records) {
        if (missing.isPresent()) {
            return new Published.Away(missing.get());
        }
        published.addAll(records);
        return new Published.Acknowledged();
    }

    @Override
    public void close() {}
}
