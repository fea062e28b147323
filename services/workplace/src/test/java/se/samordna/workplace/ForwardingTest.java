package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through the one port, and comes back. */
class ForwardingTest extends AgainstFakes {

    @ParameterizedTest
    @ValueSource(strings = {"social-services", "schools", "region", "coordination", "indicators"})
    void each_word_leads_to_its_service(String word) throws Exception {
        String path = "/api/" + word + "/v1/anything";
        BEHIND.says(path, "{\"from\":\"" + word + "\"}");

        HttpResponse<String> answer = WORKPLACE.get(path + "?childId=1&as=school%20x");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"from\":\"" + word + "\"}");
        assertThat(BEHIND.asked).hasSize(1);
        assertThat(BEHIND.lastAsked().target()).isEqualTo(path + "?childId=1&as=school%20x");
    }

    @Test
    void an_event_and_its_answer_pass_unchanged() throws Exception {
        BEHIND.says(
                "/api/schools/v1/events",
                FakeBehind.json(409, "{\"code\":\"conflicting-duplicate\"}", "Retry-After", "7", "ETag", "\"1\""));

        HttpResponse<String> answer = WORKPLACE.post(
                "/api/schools/v1/events",
                "[{\"type\":\"Enrolled\",\"å\":\"ä\"}]",
                "Content-Type",
                "application/json",
                "X-Purpose",
                "FOLLOW_UP",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"code\":\"conflicting-duplicate\"}");
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(BEHIND.lastAsked().body()).isEqualTo("[{\"type\":\"Enrolled\",\"å\":\"ä\"}]");
        assertThat(BEHIND.lastAsked().header("content-type")).isEqualTo("application/json");
        assertThat(BEHIND.lastAsked().header("x-purpose")).isEqualTo("FOLLOW_UP");
        assertThat(BEHIND.lastAsked().header("traceparent")).startsWith("00-0af7");
    }

    @Test
    void a_form_is_not_eaten_on_the_way() throws Exception {
        BEHIND.says("/api/schools/v1/events", FakeBehind.json(400, "{}"));

        WORKPLACE.post(
                "/api/schools/v1/events?lang=en", "lang=sv&a=b", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(BEHIND.lastAsked().body()).isEqualTo("lang=sv&a=b");
    }

    @Test
    void what_only_this_port_may_say_is_not_passed_on() throws Exception {
        BEHIND.says(
                "/api/schools/v1/events",
                FakeBehind.json(
                        200,
                        "{}",
                        "Set-Cookie",
                        "lang=evil",
                        "Location",
                        "http://169.254.169.254/",
                        "Server",
                        "fake",
                        "Access-Control-Allow-Origin",
                        "*",
                        "Content-Security-Policy",
                        "default-src *",
                        "Keep-Alive",
                        "timeout=5"));

        HttpResponse<String> answer = WORKPLACE.get("/api/schools/v1/events");

        assertThat(answer.headers().map())
                .doesNotContainKeys("set-cookie", "location", "server", "access-control-allow-origin", "keep-alive");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void a_redirect_is_told_and_never_followed() throws Exception {
        BEHIND.says("/api/schools/v1/old", FakeBehind.json(302, "", "Location", "/api/schools/v1/new"));

        HttpResponse<String> answer = WORKPLACE.get("/api/schools/v1/old");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/api/schools/v1/new");
        assertThat(BEHIND.asked).hasSize(1);
    }

    @Test
    void head_brings_no_body() throws Exception {
        BEHIND.says("/api/schools/v1/events", "{}");

        HttpResponse<String> answer = WORKPLACE.send(HttpRequest.newBuilder(WORKPLACE.at("/api/schools/v1/events"))
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(BEHIND.lastAsked().method()).isEqualTo("HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "FETCH"})
    void other_methods_are_refused(String method) throws Exception {
        HttpResponse<String> answer = WORKPLACE.send(HttpRequest.newBuilder(WORKPLACE.at("/api/schools/v1/events"))
                .method(method, BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isIn(405, 501);
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void a_service_away_is_told_as_such_and_may_be_tried_again() throws Exception {
        HttpResponse<String> answer = WORKPLACE.post("/api/police/v1/events", "{}", "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("\"code\":\"upstream-away\"").doesNotContain("127.0.0.1");
    }

    @Test
    void of_several_addresses_the_one_that_answers_is_used() throws Exception {
        BEHIND.says("/api/region/v1/events", FakeBehind.json(202, "{}"));

        assertThat(WORKPLACE.get("/api/region/v1/events").statusCode()).isEqualTo(202);
        assertThat(WORKPLACE
                        .post("/api/region/v1/events", "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_slow_service_does_not_hold_the_caller() throws Exception {
        BEHIND.says("/api/schools/v1/slow", exchange -> later(exchange::close, 4_000));
        long begun = System.nanoTime();

        HttpResponse<String> answer = WORKPLACE.get("/api/schools/v1/slow");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"upstream-slow\"");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void an_answer_that_never_ends_is_broken_off() {
        BEHIND.says("/api/schools/v1/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("begun".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            later(exchange::close, 6_000);
        });

        assertThatThrownBy(() -> WORKPLACE.get("/api/schools/v1/endless")).isInstanceOf(IOException.class);
    }

    @Test
    void half_an_answer_is_not_taken_for_a_whole() {
        BEHIND.says("/api/schools/v1/half", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            throw new IOException("gone");
        });

        assertThatThrownBy(() -> WORKPLACE.get("/api/schools/v1/half")).isInstanceOf(IOException.class);
    }

    @Test
    void a_body_larger_than_agreed_is_refused_before_it_is_sent_on() throws Exception {
        String large = "x".repeat(GREATEST_REQUEST + 1);

        HttpResponse<String> answer =
                WORKPLACE.post("/api/schools/v1/events", large, "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"body-too-large\"");
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void nor_does_one_pass_that_does_not_say_how_large_it_is() throws Exception {
        byte[] large = new byte[4 * GREATEST_REQUEST];
        HttpRequest request = HttpRequest.newBuilder(WORKPLACE.at("/api/schools/v1/events"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();

        HttpResponse<String> answer = WORKPLACE.send(request);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void an_answer_larger_than_agreed_is_refused() throws Exception {
        BEHIND.says("/api/schools/v1/large", "x".repeat(GREATEST_ANSWER + 1));

        HttpResponse<String> answer = WORKPLACE.get("/api/schools/v1/large");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("\"code\":\"answer-too-large\"");
    }

    private static void later(Runnable what, long millis) {
        java.util.concurrent.CompletableFuture.delayedExecutor(millis, java.util.concurrent.TimeUnit.MILLISECONDS)
                .execute(what);
    }
}
