package se.samordna.coordination.running;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import se.samordna.rules.Agency;

/**
 * The newest dead letters by child and event, for those who sent them. Bounded: what falls out is no longer told of over
 * HTTP, and still on its topic. Safe for several threads.
 */
public final class DeadLetterIndex {

    /** Dead letters kept, about 250 bytes each. */
    static final int ROOM = 50_000;

    private final Map<Key, DeadLetter> letters;
    private final BooleanSupplier whole;

    private record Key(UUID childId, UUID eventId, Agency sender) {}

    /** @param whole whether all that was there at the start has been taken */
    DeadLetterIndex(int room, BooleanSupplier whole) {
        this.whole = whole;
        letters = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, DeadLetter> eldest) {
                return size() > room;
            }
        };
    }

    synchronized void take(DeadLetter letter) {
        Key key = new Key(letter.childId(), letter.eventId(), letter.sender());
        letters.remove(key); // put anew it is the newest
        letters.put(key, letter);
    }

    /** The last dead letter of an event, for its sender alone. */
    public synchronized Optional<DeadLetter> find(UUID childId, UUID eventId, Agency sender) {
        return Optional.ofNullable(letters.get(new Key(childId, eventId, sender)));
    }

    /** Whether everything that was there at the start has been read. */
    public boolean whole() {
        return whole.getAsBoolean();
    }
}
