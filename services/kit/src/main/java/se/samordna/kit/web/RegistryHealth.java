package se.samordna.kit.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the schema registry answers. */
final class RegistryHealth implements HealthIndicator, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final URI config;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    RegistryHealth(String registry) {
        this.config = URI.create(registry.replaceFirst("/*$", "") + "/config");
    }

    @Override
    public Health health() {
        HttpRequest ask = HttpRequest.newBuilder(config).timeout(PATIENCE).build();
        try {
            boolean answers =
                    client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            return (answers ? Health.up() : Health.down()).build();
        } catch (IOException e) {
            return Health.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
