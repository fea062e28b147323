package se.samordna.workplace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.ConfigurableApplicationContext;

/** The running workplace, and someone at its port. */
final class Workplace implements AutoCloseable {
    private final ConfigurableApplicationContext app;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    final int port;

    /** All behind at one address, with settings of its own as {@code name=value}. */
    Workplace(URI behind, String... settings) {
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
                .run(all.entrySet().stream()
                        .map(one -> "--" + one.getKey() + "=" + one.getValue())
                        .toArray(String[]::new));
        port = app.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
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
        return client.send(request, BodyHandlers.ofString());
    }

    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(path).body(), at(path).toString());
    }

    @Override
    public void close() {
        app.close();
        client.close();
    }
}
