package se.samordna.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Waits until a page says at {@code /actuator/health/readiness} that it and all behind it can serve. */
public final class Readiness {
    private static final Pattern NOT_UP =
            Pattern.compile("\"([\\w-]+)\":\\{(?:\"details\":\\{[^}]*},)?\"status\":\"(?!UP)");
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Readiness() {}

    /**
     * Returns once the page is ready.
     *
     * @throws StartupProblem with the last answer, if it takes too long
     */
    public static void await(String url, Duration patience) {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + patience.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = answer(client, ask);
            while (!answer.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new StartupProblem("The platform did not become ready: " + answer);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                answer = answer(client, ask);
            }
        }
    }

    /** The innermost parts that are not up, by name. */
    private static String notUp(String health) {
        String names =
                NOT_UP.matcher(health).results().map(found -> found.group(1)).collect(Collectors.joining(", "));
        return names.isEmpty() ? health : "not up: " + names;
    }

    /** Empty when ready, else why not. */
    private static String answer(HttpClient client, HttpRequest ask) {
        try {
            HttpResponse<String> response = client.send(ask, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? "" : notUp(response.body());
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Interrupted while the platform was starting", e);
        }
    }
}
