package se.samordna.workplace.proxy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What this port itself answers when it cannot forward: an RFC 9457 problem with a stable code.
 *
 * @param retryAfter seconds, where trying again may help
 */
record Problem(int status, String code, String title, String detail, Optional<Integer> retryAfter) {

    static final Problem NOT_HERE =
            new Problem(404, "no-such-api", "No such API", "No service answers for this path.", Optional.empty());
    static final Problem PATH_REFUSED = new Problem(
            400,
            "path-refused",
            "Path refused",
            "Paths of these APIs have plain segments only: no dots alone, no escapes, no empty segments.",
            Optional.empty());
    static final Problem METHOD_REFUSED = new Problem(
            405, "method-refused", "Method refused", "These APIs know GET, HEAD and POST.", Optional.empty());
    static final Problem TOO_LARGE =
            new Problem(413, "body-too-large", "Too large", "The body is larger than is taken here.", Optional.empty());
    static final Problem ANSWER_TOO_LARGE =
            new Problem(502, "answer-too-large", "Answer too large", "Ask for a smaller part of it.", Optional.empty());
    static final Problem AWAY = new Problem(
            503,
            "upstream-away",
            "Away just now",
            "The service behind this path does not answer. Sending the same again is always safe.",
            Optional.of(5));
    static final Problem SLOW = new Problem(
            503,
            "upstream-slow",
            "Too slow just now",
            "The service behind this path did not answer in time. Sending the same again is always safe.",
            Optional.of(10));

    void to(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        retryAfter.ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
        if (status == 405) {
            response.setHeader("Allow", "GET, HEAD, POST");
        }
        // The texts are our own constants, without anything of the request, so there is nothing to escape.
        String body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}"
                .formatted(title, status, detail, code);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
