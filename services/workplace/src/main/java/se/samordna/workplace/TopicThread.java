package se.samordna.workplace;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that reads a topic beside the pages, from the app's start to its end. What fails is begun anew two seconds later:
 * a broker that is away comes back.
 */
public abstract class TopicThread implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String name;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** @param name of the thread */
    protected TopicThread(String name) {
        this.name = name;
    }

    /**
     * Reads until there is nothing to do for now, or until it {@link #isEnding}.
     *
     * @throws InterruptedException when it is to end
     */
    protected abstract void read() throws InterruptedException;

    /** Reading has failed and will be begun anew. */
    protected abstract void failed(RuntimeException why);

    /** Whether the app ends. */
    protected final boolean isEnding() {
        return closing.getCount() == 0;
    }

    private void run() {
        try {
            boolean ended = false;
            while (!ended) {
                ended = !again();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether to read once more. */
    private boolean again() throws InterruptedException {
        try {
            read();
            return !isEnding();
        } catch (RuntimeException e) {
            if (isEnding()) {
                return false;
            }
            failed(e);
            return !closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public final synchronized void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    @Override
    public final synchronized void stop() {
        closing.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return thread != null && !isEnding();
    }
}
