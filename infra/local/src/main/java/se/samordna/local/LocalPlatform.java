package se.samordna.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.web.server.WebServer;
import se.samordna.coordination.CoordinationApp;

/**
 * Everything on this machine: broker, registry, topics, schemas, services, apps. Closing it stops all of it, last
 * started first, and frees its ports.
 */
public final class LocalPlatform implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(3);
    // How long who was here before may still be a member of a group: its session, and some.
    private static final Duration LEFT = Duration.ofMinutes(1);

    private final LocalSettings settings;
    private final Reporter reporter;
    private final long began = System.nanoTime();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final String bootstrap;
    private final String registry;
    private Function<String, Optional<WebServer>> web = _ -> Optional.empty();

    private LocalPlatform(LocalSettings settings, Reporter reporter) {
        this.settings = settings;
        this.reporter = reporter;
        this.bootstrap = Ports.HOST + ":" + settings.brokerPort();
        this.registry = "http://" + Ports.HOST + ":" + settings.registryPort() + "/apis/ccompat/v7";
    }

    /**
     * Starts everything and returns when the page says that it is ready.
     *
     * @throws StartupProblem if something on this machine stands in the way; what was started is stopped again
     */
    public static LocalPlatform start(LocalSettings settings, Reporter reporter) {
        LocalPlatform platform = new LocalPlatform(settings, reporter);
        try {
            platform.start();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void start() {
        RunDirectory directory = own(RunDirectory.take(settings.dir()));
        Ports.claim(settings.port(), "the page", "--port");
        Ports.claim(settings.brokerPort(), "the broker", "--broker-port");
        Ports.claim(settings.registryPort(), "the schema registry", "--registry-port");
        say("starting in " + directory.path());
        LocalRegistry schemas = own(LocalRegistry.begin(directory.path(), settings.registryPort(), Ports.free()));
        own(LocalBroker.start(directory.path(), settings.brokerPort(), Ports.free()));
        say("broker is up on " + bootstrap);
        try (Admin admin = Admin.create(Connections.admin(bootstrap))) {
            TopicsApply.topics(admin, LocalSettings.PARTITIONS, 1);
            if (settings.rebuildIndicators()) {
                new IndicatorsReset(admin, directory.path()).run(LEFT);
                say("the figures are counted anew");
            }
        }
        // The apps wait for their schemas by themselves; meanwhile both cores have something to do.
        CompletableFuture<Void> registered = CompletableFuture.runAsync(() -> register(schemas));
        apps(directory.path());
        join(registered);
        Readiness.await(url(), READY);
        say("ready: " + url());
    }

    private void register(LocalRegistry schemas) {
        schemas.awaitReady();
        TopicsApply.schemas(registry);
        say("schema registry is up at " + registry);
    }

    private static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartupProblem problem) {
                throw problem;
            }
            throw e;
        }
    }

    private void apps(Path dir) {
        SignIn signIn = SignIn.of(settings.issuer(), settings.port(), dir);
        Map<String, String> shared = Map.of(
                "samordna.sign-in.issuer",
                signIn.issuer().toString(),
                "samordna.auth.required",
                String.valueOf(settings.tokens()),
                "samordna.bootstrap",
                bootstrap,
                "samordna.registry",
                registry,
                "samordna.dir",
                dir.toString(),
                "samordna.rules",
                settings.rules().map(Path::toString).orElse(""),
                "server.address",
                Ports.HOST,
                "server.shutdown",
                "immediate");
        Apps apps = own(new Apps(shared, this::say));
        web = apps::web;
        List<App> coordination = Apps.coordination(settings.instances());
        for (App further : coordination.subList(1, coordination.size())) {
            Path log = dir.resolve("coordination-" + further.port() + ".log");
            ChildProcess process = own(ChildProcess.start(coordinationAlone(further, shared), dir, log));
            say("another coordination is starting on port " + further.port() + ", process " + process.pid());
        }
        apps.start(Apps.all(settings.port(), coordination, signIn));
    }

    /** A further instance, in a JVM of its own so that it can be killed for real. */
    private static ChildProcess.Program coordinationAlone(App app, Map<String, String> shared) {
        return new ChildProcess.Program(
                List.of(
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.springframework.boot.logging.LoggingSystem=none"),
                List.of(System.getProperty("java.class.path")),
                CoordinationApp.class.getName(),
                app.arguments(shared));
    }

    /** Starts the clock that ticks with the wall. */
    public void startClock() {
        own(LiveClock.start(bootstrap, registry, Clock.systemUTC()));
    }

    /**
     * Lets an app of this process answer nobody until {@link #open}, as if its machine were away, for tests of what the
     * others do then. What it does besides answering goes on.
     *
     * @param app its word: coordination, indicators …
     */
    public void shut(String app) {
        web.apply(app).ifPresent(WebServer::stop);
    }

    /** Lets it answer again, at the same port; nothing if it does. */
    public void open(String app) {
        web.apply(app).ifPresent(WebServer::start);
    }

    private <T extends AutoCloseable> T own(T part) {
        parts.push(part);
        return part;
    }

    private void say(String what) {
        double seconds = (System.nanoTime() - began) / 1e9;
        reporter.say(String.format(Locale.ROOT, "%5.1f s  %s", seconds, what));
    }

    /** The page, and the root of all HTTP APIs. */
    public String url() {
        return "http://" + Ports.HOST + ":" + settings.port();
    }

    public String bootstrap() {
        return bootstrap;
    }

    public String registry() {
        return registry;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                // The others must still be stopped; what is wrong with this one is said.
                say(part.getClass().getSimpleName() + " did not stop cleanly: " + e);
            }
        }
    }
}
