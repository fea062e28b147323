package se.samordna.workplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The running workplace, and someone at its port. */
final class Workplace implements AutoCloseable {
    private final ConfigurableApplicationContext app;
    private final Browser browser;
    final int port;

    /** All behind at one address, with settings of its own as {@code name=value}. */
    Workplace(URI behind, String... settings) {
        this(app -> {}, behind, settings);
    }

    /** As above, with what the app is given before it starts. */
    Workplace(ApplicationContextInitializer<ConfigurableApplicationContext> before, URI behind, String... settings) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "server.port", "0",
                "logging.level.root", "WARN",
                // No broker and no registry here: what they do is the kit's and e2e's to show.
                "logging.level.org.apache.kafka", "OFF",
                "samordna.bootstrap", "127.0.0.1:9",
                "samordna.registry", "http://127.0.0.1:9",
                "samordna.dir", "target/workplace",
                "management.endpoint.health.group.readiness.include", "readinessState,behind"));
        for (Behind one : Behind.values()) {
            all.put("samordna.targets." + one.word(), behind.toString());
        }
        for (String setting : settings) {
            String[] nameAndValue = setting.split("=", 2);
            all.put(nameAndValue[0], nameAndValue[1]);
        }
        app = WorkplaceApp.app()
                .initializers(before)
                .run(all.entrySet().stream()
                        .map(one -> "--" + one.getKey() + "=" + one.getValue())
                        .toArray(String[]::new));
        port = app.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        browser = new Browser(at("/"));
    }

    /** Signed in as someone, from here on. */
    Workplace signedIn(String person) {
        try {
            browser.signIn(person, "/");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Another browser at its port, of nobody yet. */
    Browser stranger() {
        return new Browser(at("/"));
    }

    <T> T part(String name, Class<T> type) {
        return app.getBean(name, type);
    }

    /** Sends a form of a page, with the token that the page gave it. */
    HttpResponse<String> form(String path, String body, String... headers) throws IOException, InterruptedException {
        String token = "&_csrf=" + URLEncoder.encode(browser.formToken(), StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(List.of(headers));
        return post(path, body + token, all.toArray(String[]::new));
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request);
    }

    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(path).body(), at(path).toString());
    }

    @Override
    public void close() {
        app.close();
        browser.close();
    }
}
