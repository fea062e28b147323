package se.samordna.local;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A process that starts a registry, writes down its process id and stays, to be killed. */
final class RegistryStarter {
    private static final String FILE = "registry.pid";

    private RegistryStarter() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path dir = Path.of(args[0]);
        LocalRegistry registry = LocalRegistry.begin(dir, Ports.free(), Ports.free());
        Path whole = Files.writeString(dir.resolve("registry.part"), String.valueOf(registry.pid()));
        Files.move(whole, dir.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        Thread.currentThread().join();
    }

    static long awaitPid(Path dir) throws IOException {
        Path file = dir.resolve(FILE);
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(file));
        return Long.parseLong(Files.readString(file));
    }
}
