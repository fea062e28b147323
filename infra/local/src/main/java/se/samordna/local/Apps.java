package se.samordna.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import se.samordna.coordination.CoordinationApp;
import se.samordna.indicators.IndicatorsApp;
import se.samordna.police.PoliceApp;
import se.samordna.region.RegionApp;
import se.samordna.schools.SchoolsApp;
import se.samordna.socialservices.SocialServicesApp;
import se.samordna.workplace.WorkplaceApp;

/** All Spring applications of the platform in this JVM, started side by side. */
final class Apps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Apps.class);
    private static final int SIDE_BY_SIDE = 3;

    private final Map<String, String> shared;
    private final Reporter reporter;
    private final Map<String, ConfigurableApplicationContext> running = new LinkedHashMap<>();

    /** @param shared what every app is told: broker, registry, directory */
    Apps(Map<String, String> shared, Reporter reporter) {
        this.shared = shared;
        this.reporter = reporter;
    }

    /** Every app of this process, given where coordination answers; the first of those is here. */
    static List<App> all(int port, List<App> coordination, SignIn signIn) {
        String answers = coordination.stream().map(App::url).collect(Collectors.joining(","));
        Map<String, String> intake = Map.of("samordna.coordination", answers);
        List<App> apps = new ArrayList<>();
        apps.add(coordination.getFirst());
        apps.add(new App("indicators", IndicatorsApp::app, Ports.free(), Map.of()));
        apps.add(new App("social-services", SocialServicesApp::app, Ports.free(), intake));
        apps.add(new App("schools", SchoolsApp::app, Ports.free(), intake));
        apps.add(new App("region", RegionApp::app, Ports.free(), intake));
        apps.add(new App("police", PoliceApp::app, Ports.free(), intake));
        Map<String, String> targets = new LinkedHashMap<>();
        apps.forEach(app -> targets.put("samordna.targets." + app.word(), app.url()));
        targets.put("samordna.targets.coordination", answers);
        targets.putAll(signIn.workplace());
        signIn.app().ifPresent(apps::add);
        apps.add(new App("workplace", WorkplaceApp::app, port, targets));
        return apps;
    }

    /** So many instances of coordination, each on a free port. */
    static List<App> coordination(int instances) {
        return IntStream.range(0, instances)
                .mapToObj(i -> new App(
                        "coordination",
                        CoordinationApp::app,
                        Ports.free(),
                        Map.of("samordna.instance", String.valueOf(i))))
                .toList();
    }

    /**
     * Runs them all.
     *
     * @throws StartupProblem when each has started or failed, if one has failed; what runs is stopped by {@link #close}
     */
    void start(List<App> apps) {
        List<String> failed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            Map<App, Future<ConfigurableApplicationContext>> starting = new LinkedHashMap<>();
            apps.forEach(app -> starting.put(app, threads.submit(() -> app.run(shared))));
            starting.forEach((app, started) -> await(app, started).ifPresent(failed::add));
        }
        if (!failed.isEmpty()) {
            throw new StartupProblem(String.join("; ", failed));
        }
    }

    /** Empty once it is up, else why it is not. */
    private Optional<String> await(App app, Future<ConfigurableApplicationContext> starting) {
        try {
            running.put(app.word(), starting.get());
            reporter.say(app.word() + " is up on port " + app.port());
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.error("{} did not start", app.word(), e);
            return Optional.of(app.word() + " did not start: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while " + app.word() + " was starting");
        }
    }

    /** What answers at an app's port; empty of an app that is not here. */
    Optional<WebServer> web(String word) {
        return running.get(word) instanceof WebServerApplicationContext app
                ? Optional.ofNullable(app.getWebServer())
                : Optional.empty();
    }

    @Override
    public void close() {
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            running.values().forEach(context -> threads.execute(context::close));
        }
    }
}
