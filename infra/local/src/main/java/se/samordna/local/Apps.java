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
import se.samordna.police.PoliceApp;
import se.samordna.region.RegionApp;
import se.samordna.schools.SchoolsApp;
import se.samordna.socialservices.SocialServicesApp;
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

    /** The agencies' intakes, each on a free port. */
    static List<App> intakes(List<String> coordination) {
        Map<String, String> settings = Map.of("samordna.coordination", String.join(",", coordination));
        return List.of(
                new App("social-services", SocialServicesApp::app, Ports.free(), settings),
                new App("schools", SchoolsApp::app, Ports.free(), settings),
                new App("region", RegionApp::app, Ports.free(), settings),
                new App("police", PoliceApp::app, Ports.free(), settings));
    }

    /** The page on its port; it forwards to all the others by their words. */
    static App workplace(int port, List<App> behind, List<String> coordination) {
        Map<String, String> targets = new LinkedHashMap<>();
        behind.forEach(app -> targets.put("samordna.targets." + app.word(), app.url()));
        targets.put("samordna.targets.coordination", String.join(",", coordination));
        return new App("workplace", WorkplaceApp::app, port, targets);
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
