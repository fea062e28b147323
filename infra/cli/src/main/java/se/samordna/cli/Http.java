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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions to the running system over HTTP. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int AWAY = 503;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JsonMapper.shared();
    // While an app takes over from another it asks to be asked again.
    private static final Duration REBALANCE = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final String url;
    private final Optional<String> token;

    /** @param token as whom it asks; empty, also by a blank one: as this machine */
    Http(String url, Optional<String> token) {
        this.token = token.map(String::strip).filter(one -> !one.isEmpty());
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
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "application/json, application/problem+json")
                .header("X-Purpose", "COORDINATION")
                .timeout(PATIENCE);
        token.ifPresent(one -> request.header("Authorization", authorization(one)));
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
        if (answer.status() == UNAUTHORIZED) {
            throw new StartupProblem(url + " wants to know who asks: " + why(answer)
                    + "\nGive a token by SAMORDNA_TOKEN in the environment, or --token.");
        } else if (answer.status() == FORBIDDEN) {
            throw new StartupProblem(url + path + " is not for whoever asks: " + why(answer));
        } else if (!answer.ok()) {
            throw new StartupProblem(url + path + " answers " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    /** What a problem says, with the code that stays. */
    private static String why(Answer answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return problem.path("detail").asString("") + " ("
                    + problem.path("code").asString("") + ")";
        } catch (JacksonException e) {
            // Someone else's answer, such as a proxy's.
            return answer.body();
        }
    }

    /** Nothing but a token's own characters: a line's end in it would be another header. */
    private static String authorization(String token) {
        if (!token.matches("[A-Za-z0-9._~+/=-]+")) {
            throw new StartupProblem("That is no token: it has characters that none has.");
        }
        return "Bearer " + token;
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
