package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is away, slow, endless or too large behind the port does not become the caller's problem. */
class BoundsTest extends AgainstFakes {

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
            exchange.getResponseBody().write("begun".getBytes(StandardCharsets.US_ASCII));
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
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(what);
    }
}
