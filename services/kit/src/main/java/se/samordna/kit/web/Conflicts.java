package se.samordna.kit.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samordna.access.Bearer;
import se.samordna.events.EventHeader;
import se.samordna.kit.known.RecentEvents;
import se.samordna.kit.known.StoredEvent;
import se.samordna.kit.known.StoredEvents;

/**
 * Finds an id that is known with other content: among what is in flight or was just taken, then in coordination's store.
 * Where that cannot be known in a second the event is let through; coordination finds the conflict and puts it aside.
 */
final class Conflicts {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RecentEvents recent;
    private final StoredEvents stored;

    Conflicts(RecentEvents recent, StoredEvents stored) {
        this.recent = recent;
        this.stored = stored;
    }

    /** Whether arrivals may be published. */
    sealed interface Claim {

        /** They may; {@code letGo} if they are not published after all. */
        record Clear(Runnable undo) implements Claim {
            void letGo() {
                undo.run();
            }
        }

        /** They may not. */
        record Conflict(List<PostedFault> faults) implements Claim {}
    }

    /** @param bearer the sender's token, if there is one: coordination judges it as we did */
    Claim claim(List<Arrival> arrivals, Optional<Bearer> bearer) {
        List<Arrival> claimed = new ArrayList<>();
        PostedFaults faults = new PostedFaults();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Arrival arrival : arrivals) {
            Optional<String> known = recent.digest(arrival.id());
            boolean mine = recent.take(arrival.id(), arrival.digest());
            if (mine && known.isEmpty()) {
                claimed.add(arrival);
            }
            if (!mine || (known.isEmpty() && storedOtherwise(arrival, deadline, bearer))) {
                faults.add(arrival.conflict());
            }
        }
        Runnable undo = () -> claimed.forEach(arrival -> recent.letGo(arrival.id(), arrival.digest()));
        if (faults.none()) {
            return new Claim.Clear(undo);
        }
        undo.run();
        return new Claim.Conflict(faults.all());
    }

    private boolean storedOtherwise(Arrival arrival, long deadline, Optional<Bearer> bearer) {
        if (arrival.event().isEmpty() || System.nanoTime() - deadline > 0) {
            return false;
        }
        EventHeader header = arrival.event().get().header();
        StoredEvent answer = stored.ask(header.getChildId(), header.getEventId(), header.getAgency(), bearer);
        return answer instanceof StoredEvent.Held held
                && held.digest()
                        .filter(digest -> !digest.equals(arrival.digest()))
                        .isPresent();
    }
}
