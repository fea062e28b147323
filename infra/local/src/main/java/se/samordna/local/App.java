package se.samordna.local;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One of our Spring applications.
 *
 * @param word what the page's port calls it, and what people read
 * @param builder the application, not yet run
 * @param port where it listens
 * @param settings what is set of it besides what all share
 */
record App(String word, Supplier<SpringApplicationBuilder> builder, int port, Map<String, String> settings) {

    String url() {
        return "http://" + Ports.HOST + ":" + port;
    }

    /** Runs it in this JVM, in a context of its own; it is closed by the platform, not by a hook of its own. */
    ConfigurableApplicationContext run(Map<String, String> shared) {
        return builder.get()
                .registerShutdownHook(false)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments(shared).toArray(String[]::new));
    }

    /** What its command line says. */
    List<String> arguments(Map<String, String> shared) {
        Map<String, String> all = new TreeMap<>(shared);
        all.put("server.port", String.valueOf(port));
        all.putAll(settings);
        return all.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toList();
    }
}
