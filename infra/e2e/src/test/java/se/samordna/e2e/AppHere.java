package se.samordna.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.samordna.local.LocalBroker;
import se.samordna.local.LocalRegistry;
import se.samordna.local.Readiness;

/** One app alone in this VM, ready when it has been made. */
final class AppHere implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(90);

    private final ConfigurableApplicationContext app;
    private final String url;

    AppHere(SpringApplicationBuilder app, LocalBroker broker, LocalRegistry schemas, Path data, String... settings) {
        int port = FreePorts.one();
        url = "http://127.0.0.1:" + port;
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("--server.port=" + port, "--server.shutdown=immediate"));
        all.addAll(List.of("--samordna.bootstrap=" + broker.bootstrap(), "--samordna.registry=" + schemas.url()));
        all.add("--samordna.dir=" + data);
        this.app = app.registerShutdownHook(false).run(all.toArray(String[]::new));
        Readiness.await(url, SOON);
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        app.close();
    }
}
