package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
}
