package se.samordna.workplace.act;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.Queries;

/** Waits a moment for coordination to have taken an act in, so that the page that follows can say what became of it. */
@Component
@EnableConfigurationProperties(Settled.Patience.class)
public final class Settled {
    private static final int PAUSE = 100;

    private final Queries queries;
    private final Duration patience;

    Settled(Queries queries, Patience patience) {
        this.queries = queries;
        this.patience = patience.patience();
    }

    /**
     * How long.
     *
     * @param patience after that the page says that it is not seen yet
     */
    @ConfigurationProperties("samordna.acts")
    record Patience(@DefaultValue("2s") Duration patience) {}

    /** Whether coordination holds the event by now. Asks for its state alone, which shows nothing and is not logged. */
    public boolean holds(UUID eventId, UUID childId) {
        long until = System.nanoTime() + patience.toNanos();
        do {
            if (queries.event(eventId, childId) instanceof Answer.Found<String>) {
                return true;
            }
        } while (System.nanoTime() - until < 0 && paused());
        return false;
    }

    private static boolean paused() {
        try {
            return !new CountDownLatch(1).await(PAUSE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
