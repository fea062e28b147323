package se.samordna.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ConfigurableApplicationContext;
import se.samordna.workplace.WorkplaceApp;

/** All Spring applications of the platform in this JVM, started side by side. */
final class Apps implements AutoCloseable {
    private static final int SIDE_BY_SIDE = 3;

    private final Map<String, String> shared;
    private final Reporter reporter;
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    /** @param shared what every app is told: broker, registry, directory */
    Apps(Map<String, String> shared, Reporter reporter) {
        this.shared = shared;
        this.reporter = reporter;
    }

    /** The apps, the page's on its port and the others on free ones it forwards to. */
    static List<App> all(int port, List<String> coordinationInstances) {
        Map<String, String> targets = new LinkedHashMap<>();
        List<App> apps = new ArrayList<>();
        apps.add(new App("workplace", WorkplaceApp::app, port, targets));
        return apps;
    }

    /** Runs them all; returns when each has started or one has failed. */
    void start(List<App> apps) {
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            Map<App, Future<ConfigurableApplicationContext>> starting = new LinkedHashMap<>();
            apps.forEach(app -> starting.put(app, threads.submit(() -> app.run(shared))));
            starting.forEach(this::await);
        }
    }

    private void await(App app, Future<ConfigurableApplicationContext> starting) {
        try {
            running.add(starting.get());
            reporter.say(app.word() + " is up on port " + app.port());
        } catch (ExecutionException e) {
            throw new StartupProblem(app.word() + " did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Interrupted while " + app.word() + " was starting", e);
        }
    }

    @Override
    public void close() {
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            running.forEach(context -> threads.submit(context::close));
        }
    }
}
