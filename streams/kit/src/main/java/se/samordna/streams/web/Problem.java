package se.samordna.streams.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An RFC 9457 problem. Its texts are our own: nothing of a request is ever repeated in one.
 *
 * @param code what happened, in words that stay
 */
public record Problem(String type, String title, int status, String detail, String code) {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int AWAY = 503;

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem("about:blank", title, status, detail, code);
    }

    static Problem ourOwnMistake() {
        return of(500, "internal-error", "Our own mistake", "");
    }

    /** The whole answer, with Retry-After where trying again may help. */
    public ResponseEntity<Object> response() {
        return response(SOON);
    }

    /** @param retryAfter told with a 503, whole seconds and at least one */
    public ResponseEntity<Object> response(Duration retryAfter) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == AWAY) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return answer.body(this);
    }
}
