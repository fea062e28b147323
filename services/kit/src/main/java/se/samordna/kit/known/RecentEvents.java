package se.samordna.kit.known;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ids that are in flight or were taken a moment ago, each with the digest of what it said: so much is known before
 * coordination has read it. Bounded; what falls out is asked of coordination's store.
 */
public final class RecentEvents {

    private final Map<String, String> digests;

    /** Room for so many ids, about 250 bytes each. */
    public RecentEvents(int room) {
        this.digests = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > room;
            }
        };
    }

    /** Takes the id with this digest, unless it is held with another. */
    public synchronized boolean take(String id, String digest) {
        String held = digests.putIfAbsent(id, digest);
        return held == null || held.equals(digest);
    }

    /** Lets go of an id that was not published after all. */
    public synchronized void letGo(String id, String digest) {
        digests.remove(id, digest);
    }

    /** What the id said, if it is still held. */
    public synchronized Optional<String> digest(String id) {
        return Optional.ofNullable(digests.get(id));
    }
}
