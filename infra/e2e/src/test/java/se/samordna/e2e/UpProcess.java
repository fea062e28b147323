package se.samordna.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.samordna.cli.Samordna;
import se.samordna.local.Readiness;

/** {@code infra/samordna up --empty} as a process of its own, on the same ports and directory each time it is started. */
final class UpProcess {
    private final Path dir;
    private final int port = FreePorts.one();
    private final int brokerPort = FreePorts.one();
    private final int registryPort = FreePorts.one();

    UpProcess(Path dir) {
        this.dir = dir;
    }

    /** One run of it; closing stops it, gently if it can be. */
    record Running(Process process) implements AutoCloseable {
        /** As kill −9. */
        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    /**
     * Starts it and waits until it can serve.
     *
     * @param options further ones of the command
     */
    Running start(Duration patience, String... options) {
        List<String> up = new ArrayList<>(List.of("up", "--empty", "--dir", dir.toString()));
        up.addAll(List.of("--port", "" + port, "--broker-port", "" + brokerPort));
        up.addAll(List.of("--registry-port", "" + registryPort));
        up.addAll(List.of(options));
        Process process = java(up.toArray(String[]::new));
        try {
            Readiness.await("http://127.0.0.1:" + port, patience);
            return new Running(process);
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** A command that talks to it, as a process of its own. */
    Process command(String... arguments) {
        return java(addressed(arguments).toArray(String[]::new));
    }

    /** A command that talks to it, in this VM. */
    CommandLineRun run(String... arguments) {
        return CommandLineRun.of(addressed(arguments));
    }

    /** All lines a recipient has, without revisions and withdrawn ones. */
    List<String> alerts(String recipient) {
        return run("alerts", "--recipient", recipient, "--json").out().stream()
                .filter(line -> !line.contains("\"status\":\"WITHDRAWN\""))
                .map(Story::withoutRevision)
                .toList();
    }

    String bootstrap() {
        return "127.0.0.1:" + brokerPort;
    }

    private List<String> addressed(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + port, "--bootstrap", bootstrap()));
        all.addAll(List.of("--registry", "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7"));
        if (arguments[0].equals("replay")) {
            all.addAll(List.of("--dir", dir.toString()));
        }
        return all;
    }

    private Process java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Samordna.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Path log = Files.createDirectories(Path.of("target")).resolve(arguments[0] + "-process.log");
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
