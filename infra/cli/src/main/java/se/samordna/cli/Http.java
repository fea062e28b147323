package se.samordna.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import se.samordna.local.StartupProblem;

/** Questions to the running system over HTTP. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int AWAY = 503;
    private static final int NOT_FOUND = 404;
    // While an app takes over from another it asks to be asked again.
    private static final Duration REBALANCE = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(500);

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
        return found(path, settled(path));
    }

    /**
     * The body of an answer, empty if it is 404.
     *
     * @throws StartupProblem with the problem detail of any other that is not 200
     */
    Optional<String> bodyIfThere(String path) {
        Answer answer = settled(path);
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(found(path, answer));
    }

    private String found(String path, Answer answer) {
        if (!answer.ok()) {
            throw new StartupProblem(url + path + " answers " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private Answer settled(String path) {
        long end = System.nanoTime() + REBALANCE.toNanos();
        Answer answer = get(path);
        while (answer.status() == AWAY && System.nanoTime() < end) {
            LockSupport.parkNanos(AGAIN.toNanos());
            answer = get(path);
        }
        return answer;
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
