package se.samordna.coordination.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An RFC 9457 problem. Its texts are our own: nothing of a request is ever repeated in one.
 *
 * @param code what happened, in words that stay
 */
record Problem(String type, String title, int status, String detail, String code) {

    private static final int RETRY_SECONDS = 2;

    static Problem of(int status, String code, String title, String detail) {
        return new Problem("about:blank", title, status, detail, code);
    }

    static Problem badRequest(String field) {
        return of(400, "bad-request", "Bad request", "Wrong or missing: " + field + ".");
    }

    static Problem notThisMachine() {
        return of(401, "no-token", "Not signed in", "Without a token only this machine itself may ask.");
    }

    static Problem unknownChild() {
        return of(404, "unknown-child", "Not found", "Nothing is held of that child that the asker may see.");
    }

    static Problem unknownEvent() {
        return of(404, "unknown-event", "Not found", "No such event of the asker's is held for that child.");
    }

    static Problem unknownAlert() {
        return of(404, "unknown-alert", "Not found", "No such alert has been told to the asker.");
    }

    static Problem notReady() {
        return of(503, "not-ready", "Not ready", "State is being moved or restored. It says nothing of what is held.");
    }

    static Problem accessLogAway() {
        return of(503, "access-log-away", "Away just now", "Nothing is shown that cannot be logged.");
    }

    /** The whole answer, with Retry-After where trying again may help. */
    ResponseEntity<Object> response() {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
        }
        return answer.body(this);
    }
}
