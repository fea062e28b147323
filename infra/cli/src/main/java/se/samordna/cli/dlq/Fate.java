package se.samordna.cli.dlq;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.DeadReason;

/** What is to become of a dead letter that is to be replayed. */
public sealed interface Fate {

    /** It goes back to the partition it came from: by its key it belongs there, and one without a key lay there. */
    record Back(Place from) implements Fate {}

    /** It went back before. */
    record Before(Instant at) implements Fate {}

    /** Its own bytes are at fault by its reason: it would only become another dead letter. */
    record Left() implements Fate {}

    /**
     * It cannot go back.
     *
     * @param why names the header at fault
     */
    record Refused(String why) implements Fate {}

    /**
     * @param partitions of the topics there are, by name
     * @param named whether it was asked for by its place or its reason, and goes back whatever that is
     */
    static Fate of(Letter letter, Replays replays, Map<String, Integer> partitions, boolean named) {
        Optional<Instant> before = replays.of(letter.place());
        if (before.isPresent()) {
            return new Before(before.get());
        }
        Optional<Place> from = letter.from();
        if (from.isEmpty()) {
            return new Refused("samordna.dlq.topic, partition and offset do not say where it came from");
        }
        Place place = from.get();
        Optional<Topic> topic = Topics.named(place.topic()).filter(t -> !t.holdsDeadLetters());
        if (topic.isEmpty()
                || !topic.get().deadLetters().name().equals(letter.record().topic())) {
            return new Refused("samordna.dlq.topic does not name the topic that these dead letters are of");
        } else if (place.partition() >= partitions.getOrDefault(place.topic(), 0)) {
            return new Refused("samordna.dlq.partition names none that the topic has");
        }
        boolean mendable =
                DeadReason.of(letter.reason()).map(DeadReason::isMendable).orElse(true);
        return named || mendable ? new Back(place) : new Left();
    }
}
