package se.samordna.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The Apicurio schema registry as a child process, its data in {@code <dir>/registry}, speaking the Confluent API at
 * {@link #url()}. It is a Quarkus application and cannot share our class path.
 */
public final class LocalRegistry implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ChildProcess process;
    private final int port;
    private final int managementPort;

    private LocalRegistry(ChildProcess process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts on free ports and waits until it answers. */
    public static LocalRegistry start(Path dir) {
        LocalRegistry registry = begin(dir, Ports.free(), Ports.free());
        registry.awaitReady();
        return registry;
    }

    /** Starts the process and returns at once, so that other parts may start meanwhile. */
    public static LocalRegistry begin(Path dir, int port, int managementPort) {
        Path distribution = Local.registryDistribution();
        Path home = dir.resolve("registry").toAbsolutePath();
        configure(home, port, managementPort);
        ChildProcess.Program program = new ChildProcess.Program(
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(
                        ChildProcess.ourClasses(),
                        distribution.resolve("quarkus-run.jar").toString()),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                List.of());
        return new LocalRegistry(ChildProcess.start(program, home, home.resolve("registry.log")), port, managementPort);
    }

    private static void configure(Path home, int port, int managementPort) {
        try {
            Path config = Files.createDirectories(home.resolve("config"));
            // H2 writes half a second late unless told otherwise; a schema registered and then killed would be gone.
            Files.writeString(config.resolve("application.properties"), """
                    quarkus.http.host=127.0.0.1
                    quarkus.http.port=%d
                    quarkus.management.host=127.0.0.1
                    quarkus.management.port=%d
                    apicurio.rules.global.compatibility=FULL_TRANSITIVE
                    apicurio.datasource.url=jdbc:h2:file:%s;WRITE_DELAY=0
                    apicurio.datasource.jdbc.initial-size=2
                    apicurio.datasource.jdbc.min-size=2
                    """.formatted(
                            port, managementPort, home.resolve("data").resolve("registry")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the Confluent API. */
    public String url() {
        return "http://" + Ports.HOST + ":" + port + "/apis/ccompat/v7";
    }

    /**
     * Waits until the registry says that it is ready.
     *
     * @throws StartupProblem if it ends instead, or takes too long
     */
    public void awaitReady() {
        HttpRequest ask = HttpRequest.newBuilder(
                        URI.create("http://" + Ports.HOST + ":" + managementPort + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, ask)) {
                if (!process.alive() || System.nanoTime() > end) {
                    close();
                    throw new StartupProblem("The schema registry did not start; its log is " + process.log());
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest ask) {
        try {
            return client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Interrupted while the schema registry was starting", e);
        }
    }

    /** The id of the process, to kill it for real in a test. */
    public long pid() {
        return process.pid();
    }

    /** Kills the process, as a crash would. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
