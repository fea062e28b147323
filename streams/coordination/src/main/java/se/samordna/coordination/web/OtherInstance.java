package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Asks the instance that has a child, once and not for long; the access log is written there. */
@Component
final class OtherInstance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofMillis(500))
            .build();

    /** Passes the question on as it is, marked, and its answer back. */
    ResponseEntity<Object> pass(HttpServletRequest question, Asker asker, HostInfo to) {
        String query = question.getQueryString();
        URI there = URI.create("http://" + to.host() + ":" + to.port() + question.getRequestURI()
                + (query == null ? "" : "?" + query));
        HttpRequest.Builder marked = HttpRequest.newBuilder(there)
                .timeout(PATIENCE)
                .header(Asker.FORWARDED, "1")
                .header(Asker.PURPOSE, asker.purpose());
        // The other instance judges the token itself: that we found it good is no ground for it to believe us.
        asker.bearer().ifPresent(bearer -> marked.header(HttpHeaders.AUTHORIZATION, bearer.header()));
        try {
            HttpResponse<byte[]> answer = client.send(marked.build(), BodyHandlers.ofByteArray());
            ResponseEntity.BodyBuilder passed = ResponseEntity.status(answer.statusCode());
            for (String header :
                    List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CACHE_CONTROL, HttpHeaders.RETRY_AFTER)) {
                answer.headers().firstValue(header).ifPresent(value -> passed.header(header, value));
            }
            return passed.body(answer.body());
        } catch (IOException e) {
            return Problems.notReady().response();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Problems.notReady().response();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
