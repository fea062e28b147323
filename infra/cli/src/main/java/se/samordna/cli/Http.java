package se.samordna.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import se.samordna.local.StartupProblem;

/** Questions to the running system over HTTP. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;

    Http(String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** A status and a body, whatever they are. */
    record Answer(int status, String body) {
        boolean ok() {
            return status == 200;
        }
    }

    /** Asks; {@code path} begins with a slash. */
    Answer get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "application/json, application/problem+json")
                .header("X-Purpose", "COORDINATION")
                .timeout(PATIENCE)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new StartupProblem(url + " does not answer. Is `infra/samordna up` running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Interrupted", e);
        }
    }

    /**
     * The body of an answer that must be 200.
     *
     * @throws StartupProblem with the problem detail of any other
     */
    String body(String path) {
        Answer answer = get(path);
        if (!answer.ok()) {
            throw new StartupProblem(url + path + " answers " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
