package se.samordna.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The app over HTTP while its broker is away: it answers, and never with an empty list for what it does not know. */
class IndicatorsAppTest {

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext app;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        app = IndicatorsApp.app()
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--samordna.bootstrap=127.0.0.1:1",
                        "--samordna.registry=mock://indicators-app",
                        "--samordna.dir=" + directory,
                        "--logging.level.root=ERROR");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "cells?municipality=2380, 503, not-ready",
        "cells, 503, not-ready",
        "municipalities/2380/areas, 503, not-ready",
        "municipalities/2380/indicators?exact=true, 503, not-ready",
        "counties/23/indicators, 503, not-ready",
        "counties/23/cells, 503, not-ready",
        "indicators/I05, 503, not-ready",
        "indicators/I99, 404, unknown-indicator",
        "indicators/I05?period=2026-13, 400, bad-period",
        "cells?exact=true, 400, exact-needs-municipality",
        "cells?exact=true&municipality=23, 400, exact-needs-municipality",
        "cells?municipality=9999, 404, unknown-municipality",
        "municipalities/23/areas, 404, unknown-municipality",
        "counties/2380/indicators, 404, unknown-municipality",
        "counties/99/cells, 404, unknown-municipality",
        "municipalities/2380/areas?period=2026-Q5, 400, bad-period",
        "municipalities/2380/areas?period=2026-Q1, 503, not-ready",
        "municipalities/2380/indicators/I05, 503, not-ready",
        "municipalities/2380/indicators/I99, 404, unknown-indicator",
        "municipalities/23/indicators/I05, 404, unknown-municipality",
        "comparison?indicator=I05&period=2025, 503, not-ready",
        "comparison?indicator=I05&county=2380, 404, unknown-municipality",
        "comparison?indicator=I99, 404, unknown-indicator",
        "comparison, 400, bad-request",
        "metrics, 503, not-ready",
        "metrics?municipality=23, 503, not-ready",
        "metrics?municipality=99, 404, unknown-municipality",
        "cells?municipality=2380&exact=perhaps, 400, bad-request",
        "nothing, 404, not-found",
        "cells?municipality=%F0%28, 400, unreadable-parameters",
        "municipalities/2380/areas?period=xQQ1%0d%0aINJECTED%20line%F0%28, 400, unreadable-parameters"
    })
    void a_question_is_answered_with_a_problem_that_has_a_code(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = get("/api/indicators/v1/" + path);

        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @Test
    void it_is_alive_but_not_ready_while_it_waits() throws Exception {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        HttpResponse<String> readiness = get("/actuator/health/readiness");

        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(readiness.body()).contains("\"phase\":\"WAITING\"");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        int port = Objects.requireNonNull(((ServletWebServerApplicationContext) app).getWebServer())
                .getPort();
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
