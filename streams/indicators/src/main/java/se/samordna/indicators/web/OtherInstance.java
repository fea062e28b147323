package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samordna.access.Bearer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Asks the instance that has a county, once and not for long. */
@Component
final class OtherInstance {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final JsonMapper json;

    OtherInstance(JsonMapper json) {
        this.json = json;
    }

    /** Passes the question on as it is, and its answer back. */
    ResponseEntity<Object> pass(HttpServletRequest question, HostInfo to) {
        String query = question.getQueryString();
        String accept = question.getHeader(HttpHeaders.ACCEPT);
        String path = question.getRequestURI() + (query == null ? "" : "?" + query);
        return get(to, path, accept == null ? "*/*" : accept, Asker.bearer(question))
                .<ResponseEntity<Object>>map(answer -> {
                    var passed = ResponseEntity.status(answer.statusCode());
                    for (String header : List.of(
                            HttpHeaders.CONTENT_TYPE,
                            HttpHeaders.CACHE_CONTROL,
                            HttpHeaders.RETRY_AFTER,
                            "X-As-Of",
                            "X-Read-From")) {
                        answer.headers().firstValue(header).ifPresent(value -> passed.header(header, value));
                    }
                    return passed.body(answer.body());
                })
                .orElseGet(() -> Problems.notReady(PATIENCE));
    }

    /** The published cells of a county there; none if it does not answer. */
    Optional<FiguresDocument> published(String county, HttpServletRequest question, HostInfo at) {
        String path = "/api/indicators/v1/counties/" + county + "/cells";
        return get(at, path, "application/json", Asker.bearer(question))
                .filter(answer -> answer.statusCode() == 200)
                .flatMap(answer -> {
                    try {
                        return Optional.of(json.readValue(answer.body(), new TypeReference<FiguresDocument>() {}));
                    } catch (JacksonException e) {
                        return Optional.empty();
                    }
                });
    }

    private Optional<HttpResponse<byte[]>> get(HostInfo host, String path, String accept, Optional<Bearer> bearer) {
        URI there = URI.create("http://" + host.host() + ":" + host.port() + path);
        try {
            HttpRequest.Builder marked = HttpRequest.newBuilder(there)
                    .timeout(PATIENCE)
                    .header(Asker.FORWARDED, "1")
                    .header(HttpHeaders.ACCEPT, accept);
            bearer.ifPresent(token -> marked.header(HttpHeaders.AUTHORIZATION, token.header()));
            return Optional.of(client.send(marked.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
