package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not get in: paths that lead elsewhere, requests hidden in requests, strangers. */
class RefusingTest extends AgainstFakes {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/schools/../police/v1/events",
                "/api/schools/v1/../../../actuator/health",
                "/api/schools/%2e%2e/police/v1/events",
                "/api/schools/v1/%2e%2e%2f%2e%2e%2factuator",
                "/api/schools/v1/..%5c..%5cactuator",
                "/api/schools/v1/%252e%252e/actuator",
                "/api/schools/v1/..;/actuator",
                "/api/schools;x=y/v1/events",
                "/api/schools//v1/events",
                "/api/schools/v1/events/%00",
                "/api/schools/v1/./events",
                "/api/schools@127.0.0.1:9/v1/events",
                "/api/schools/v1/\\..\\actuator",
                "/api/schools",
                "/api/",
                "/api/unknown/v1/events",
                "/api/SCHOOLS/v1/events",
                "/api/schools/v1/events?x=<script>"
            })
    void a_path_that_is_not_plain_goes_nowhere(String target) throws Exception {
        String answer = rawGet(target);

        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*");
        assertThat(answer).doesNotContain("<script>");
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void a_path_spelt_to_look_like_an_api_stays_a_page_that_is_not_there() throws Exception {
        assertThat(rawGet("/x/../api/schools/v1/events")).doesNotContain("500");
        assertThat(rawGet("/actuator/env")).startsWith("HTTP/1.1 404");
        assertThat(rawGet("/actuator/heapdump")).startsWith("HTTP/1.1 404");
    }

    @Test
    void a_request_cannot_name_its_own_target() throws Exception {
        String answer = raw(lines(
                "GET http://169.254.169.254/api/schools/v1/events HTTP/1.1",
                "Host: 169.254.169.254",
                "Connection: close",
                "",
                ""));

        assertThat(answer).startsWith("HTTP/1.1 403").contains("strange-host");
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void two_lengths_are_no_length() throws Exception {
        String answer = raw(lines(
                "POST /api/schools/v1/events HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 2",
                "Content-Length: 40",
                "Connection: close",
                "",
                "{}"));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "unreadable-request");
        assertThat(BEHIND.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: identity, chunked, nonesuch",
                "Content-Length: seven",
                "Content-Length: -1",
                "Host: another\r\nHost: a third",
                "Bad Header: x"
            })
    void a_request_that_is_none_gets_no_page_of_the_container(String header) throws Exception {
        String answer = rawGet("/api/schools/v1/events", header);

        assertThat(answer)
                .matches("(?s)HTTP/1.1 (400|501) .*")
                .contains("application/problem+json", "unreadable-request");
        assertThat(answer).doesNotContainIgnoringCase("<html").doesNotContain("Tomcat", "nonesuch", "seven");
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void a_request_hidden_behind_a_chunked_one_is_not_sent_on() throws Exception {
        BEHIND.says("/api/schools/v1/events", FakeBehind.json(202, "{}"));

        raw(lines(
                "POST /api/schools/v1/events HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 60",
                "Transfer-Encoding: chunked",
                "",
                "0",
                "",
                "GET /api/police/v1/smuggled HTTP/1.1",
                "X: y",
                "",
                ""));

        assertThat(BEHIND.asked).noneMatch(asked -> asked.target().contains("smuggled"));
        assertThat(BEHIND.asked).noneMatch(asked -> asked.has("transfer-encoding") && asked.has("content-length"));
    }

    @Test
    void a_body_whose_chunks_are_none_is_the_senders_fault_and_says_so() throws Exception {
        BEHIND.says("/api/schools/v1/events", FakeBehind.json(202, "{}"));

        String answer = raw(lines(
                "POST /api/schools/v1/events HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "not-hexadecimal",
                "{}",
                "0",
                "",
                ""));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"status\":400", "length and chunks");
        assertThat(answer).doesNotContain("Retry-After");
    }

    @Test
    void headers_that_would_be_believed_are_not_passed_on() throws Exception {
        BEHIND.says("/api/schools/v1/events", "{}");

        String answer = rawGet(
                "/api/schools/v1/events",
                "X-Forwarded-For: 10.0.0.1",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "Forwarded: for=10.0.0.1",
                "X-Real-IP: 10.0.0.1",
                "X-Original-URL: /admin",
                "X-Rewrite-URL: /admin",
                "X-HTTP-Method-Override: DELETE",
                "Cookie: lang=sv",
                "TE: trailers",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                "Proxy-Authorization: Basic eA==",
                "Keep-Alive: timeout=5",
                "X-Purpose: COORDINATION");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(BEHIND.lastAsked().headers().keySet()).containsExactlyInAnyOrder("host", "x-purpose", "user-agent");
        assertThat(BEHIND.lastAsked().header("host")).startsWith("127.0.0.1:");
    }

    @Test
    void a_header_named_as_of_the_connection_ends_there() throws Exception {
        BEHIND.says("/api/schools/v1/events", "{}");

        raw(
                "GET /api/schools/v1/events HTTP/1.1\r\nHost: localhost\r\nX-Purpose: X\r\nConnection: close, X-Purpose\r\n\r\n");

        assertThat(BEHIND.lastAsked().has("x-purpose")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "169.254.169.254", "[::2]", ""})
    void a_strange_name_for_this_port_is_refused(String host) throws Exception {
        String answer = raw("GET /municipalities/2380 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 40[03] .*");
        assertThat(BEHIND.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:8080"})
    void our_own_names_are_not(String host) throws Exception {
        assertThat(raw("GET /signed-out HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void another_site_may_neither_post_nor_read() throws Exception {
        HttpResponse<String> posted = WORKPLACE.post(
                "/api/schools/v1/events", "{}", "Content-Type", "text/plain", "Origin", "https://evil.example");
        HttpResponse<String> search = WORKPLACE.post(
                "/search",
                "personnummer=1",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                "null",
                "Sec-Fetch-Site",
                "cross-site");
        HttpResponse<String> read =
                WORKPLACE.get("/api/coordination/v1/alerts?municipality=2380", "Sec-Fetch-Site", "cross-site");
        HttpResponse<String> image =
                WORKPLACE.get(CHILD_PAGE, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors");

        assertThat(new int[] {posted.statusCode(), search.statusCode(), read.statusCode(), image.statusCode()})
                .containsOnly(403);
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void a_link_from_elsewhere_may_lead_to_a_page() throws Exception {
        HttpResponse<String> page =
                WORKPLACE.get("/inbox?municipality=2380", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");

        assertThat(page.statusCode()).isEqualTo(200);
    }
}
