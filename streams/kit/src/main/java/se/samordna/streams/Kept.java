package se.samordna.streams;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.rules.Child;
import se.samordna.rules.Crossing;
import se.samordna.rules.CrossingBytes;
import se.samordna.rules.Event;
import se.samordna.rules.HistoryOf;
import se.samordna.rules.MergedInto;
import se.samordna.rules.Outcome;
import se.samordna.rules.SiblingTold;

/**
 * A child as the store keeps it: what is known of it, and the application's own head.
 *
 * @param <H> what an application remembers of a child beside its events; immutable
 */
public final class Kept<H> {

    private final Child child;
    private final Map<UUID, Arrived> arrived = new HashMap<>();
    private final Map<Crossing.Key, Map<UUID, byte[]>> histories = new HashMap<>(0);
    private H head;
    private boolean headChanged;
    private long seen;
    private long seenSaved;

    /** An event that came since the last save, with its Avro. */
    record Arrived(Event event, SpecificRecord record) {}

    Kept(Child child, H head) {
        this.child = child;
        this.head = head;
    }

    public Child child() {
        return child;
    }

    /** Takes an event in, and its Avro so that it can be saved. */
    public Outcome accept(Event event, SpecificRecord record, Instant now) {
        arrived.put(event.eventId(), new Arrived(event, record));
        return child.accept(event, now);
    }

    /** Takes in what another child tells. */
    public void accept(Signal.OfOther told) {
        if (!told.parts().isEmpty()) {
            histories.put(told.crossing().key(), told.parts());
        }
        child.kin().accept(told.crossing(), told.number(), told.cause());
    }

    public H head() {
        return head;
    }

    public void head(H changed) {
        if (changed != head) {
            head = changed;
            headChanged = true;
        }
    }

    /** The greatest timestamp of the child's own records, in milliseconds; they move its clock. */
    public long seen() {
        return seen;
    }

    /** A record of the child's own has this timestamp. */
    public void see(long timestamp) {
        seen = Math.max(seen, timestamp);
    }

    void restoreHead(H stored) {
        head = stored;
    }

    void restoreSeen(long stored) {
        seen = stored;
        seenSaved = stored;
    }

    Map<UUID, Arrived> arrived() {
        return arrived;
    }

    /** What another child told, as an entry of the store; also where it is nothing now, which has a number too. */
    Optional<byte[]> crossing(Crossing.Key key) {
        long number = child.kin().number(key);
        Optional<Crossing> told = child.kin().get(key);
        return told.isEmpty() && number == 0
                ? Optional.empty()
                : Optional.of(entry(told.orElseGet(() -> Crossing.nothing(key.kind(), key.child())), number));
    }

    private byte[] entry(Crossing told, long number) {
        return switch (told) {
            case SiblingTold sibling -> CrossingBytes.write(sibling, number);
            case MergedInto merged -> CrossingBytes.write(merged, number);
            case HistoryOf history ->
                HistoryBytes.write(
                        history.nothing() ? Map.of() : Objects.requireNonNull(histories.get(history.key())), number);
        };
    }

    boolean headChanged() {
        return headChanged;
    }

    /** Whether the child's own clock has to be saved: the partition's, which is saved anyway, is behind it. */
    boolean seenChanged(long partitionClock) {
        return seen > seenSaved && seen > partitionClock;
    }

    void saved(boolean alsoSeen) {
        arrived.clear();
        histories.clear();
        headChanged = false;
        if (alsoSeen) {
            seenSaved = seen;
        }
    }
}
