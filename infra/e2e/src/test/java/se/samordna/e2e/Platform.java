package se.samordna.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.local.LocalPlatform;
import se.samordna.local.LocalSettings;

/**
 * All of Samordna on this machine, as {@code up --empty} starts it: broker, registry, services, apps. Time is moved by the
 * Ticks of replays and the stamps of intake alone.
 */
final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final LocalPlatform local;
    private final Path dir;
    private final Http http;

    private Platform(LocalPlatform local, Path dir) {
        this.local = local;
        this.dir = dir;
        http = new Http(local.url());
    }

    static Platform started() {
        try {
            Path dir = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "platform");
            return new Platform(LocalPlatform.start(LocalSettings.onFreePorts(dir), LOG::info), dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Http http() {
        return http;
    }

    /** That person of the demonstration sign-in, at the pages. */
    Visitor visitor(String person) {
        return Visitor.signedIn(local.url(), person);
    }

    String bootstrap() {
        return local.bootstrap();
    }

    String registry() {
        return local.registry();
    }

    /** Where its data, keys and the registry's log are. */
    Path dir() {
        return dir;
    }

    /** A command that talks to it. */
    CommandLineRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", local.url(), "--bootstrap", bootstrap(), "--registry", registry()));
        if (arguments[0].equals("replay")) {
            all.addAll(List.of("--dir", dir.toString()));
        }
        return CommandLineRun.of(all);
    }

    /** The alert lines a recipient has, without revisions and withdrawn ones. */
    List<String> alerts(String recipient, String child) {
        return run("alerts", "--recipient", recipient, "--child", child, "--json").out().stream()
                .filter(line -> !line.contains("\"status\":\"WITHDRAWN\""))
                .map(Story::withoutRevision)
                .toList();
    }

    @Override
    public void close() {
        http.close();
        local.close();
    }
}
