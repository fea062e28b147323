package se.samordna.workplace.bell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samordna.access.Area;
import se.samordna.events.Agency;

/** The open pages, each with what it is of. Safe for several threads. */
@Component
@EnableConfigurationProperties(BellSettings.class)
final class Bell implements SmartLifecycle {
    private final BellSettings settings;
    private final List<Listener> listeners = new ArrayList<>();
    private final Semaphore came = new Semaphore(0);
    private boolean running;

    Bell(BellSettings settings) {
        this.settings = settings;
    }

    /** What an open page shows: the alerts of an agency in an area. */
    record Of(Agency agency, Area area) {}

    /** An open page. */
    final class Listener implements AutoCloseable {
        private final Of of;
        private final String who;
        private final Semaphore rung = new Semaphore(0);
        private final CountDownLatch closed = new CountDownLatch(1);

        private Listener(Of of, String who) {
            this.of = of;
            this.who = who;
        }

        /** Waits for a ring, at most so long; several that came meanwhile are one. */
        boolean hears(Duration most) throws InterruptedException {
            boolean heard = rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            rung.drainPermits();
            return heard && open();
        }

        /** Lets some time pass; what rings meanwhile is heard after it. */
        void rest(Duration quiet) throws InterruptedException {
            if (closed.await(quiet.toMillis(), TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        }

        /** Whether it is still to be told. */
        boolean open() {
            return closed.getCount() > 0;
        }

        @Override
        public void close() {
            closed.countDown();
            rung.release();
            forget(this);
        }
    }

    /**
     * A new listener, to be closed by whoever asks. Of a person who has too many the oldest is let go: most often it is of a
     * page that has been left, which the next heartbeat alone would tell; one that is open connects anew.
     *
     * @param who the person, opaque
     * @return empty where there are too many of all already, or the app is ending
     */
    synchronized Optional<Listener> listen(Of of, String who) {
        List<Listener> same =
                listeners.stream().filter(one -> one.who.equals(who)).toList();
        if (same.size() >= settings.each()) {
            same.getFirst().close();
        }
        if (!running || listeners.size() >= settings.listeners()) {
            return Optional.empty();
        }
        Listener listener = new Listener(of, who);
        listeners.add(listener);
        came.release();
        return Optional.of(listener);
    }

    private synchronized void forget(Listener listener) {
        listeners.remove(listener);
    }

    /** Rings at the pages of an agency: at those a municipality is on, or where that is not known at all of them. */
    synchronized void ring(Agency agency, Optional<String> municipality) {
        listeners.stream()
                .filter(one -> one.of.agency() == agency)
                .filter(one ->
                        municipality.filter(code -> !one.of.area().covers(code)).isEmpty())
                .forEach(one -> one.rung.release());
    }

    /** Whether any page is open. */
    synchronized boolean heard() {
        return !listeners.isEmpty();
    }

    /** Waits until a page is open, at most so long; whether one is. */
    boolean awaitAnyone(Duration most) throws InterruptedException {
        return heard() || came.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS) && heard();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end: an open page's would not. */
    @Override
    public void stop() {
        List<Listener> all;
        synchronized (this) {
            running = false;
            all = List.copyOf(listeners);
        }
        all.forEach(Listener::close);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
