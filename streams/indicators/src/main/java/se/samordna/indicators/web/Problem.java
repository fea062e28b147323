package se.samordna.indicators.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An RFC 9457 problem. Its texts are our own.
 *
 * @param code what happened, in words that stay
 */
record Problem(String type, String title, int status, String detail, String code) {

    static Problem of(int status, String code, String title, String detail) {
        return new Problem("about:blank", title, status, detail, code);
    }

    static Problem unknownMunicipality() {
        return of(404, "unknown-municipality", "Not found", "No municipality or county has that code.");
    }

    static Problem unknownIndicator() {
        return of(404, "unknown-indicator", "Not found", "There is no indicator of that id.");
    }

    static Problem badPeriod() {
        return of(400, "bad-period", "Bad request", "A period is written 2026-03, 2026-Q1, 2026 or 2026-03/R12.");
    }

    static Problem exactNeedsMunicipality() {
        return of(400, "exact-needs-municipality", "Bad request", "Exact figures are of one municipality.");
    }

    static Problem notOwnMunicipality() {
        return of(403, "not-own-municipality", "Forbidden", "Exact figures are for the municipality itself.");
    }

    static ResponseEntity<Object> notReady(Duration retryAfter) {
        Problem away = of(503, "not-ready", "Away just now", "Figures are being moved or restored; ask again soon.");
        return away.answer()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())))
                .body(away);
    }

    ResponseEntity<Object> response() {
        return answer().body(this);
    }

    private ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
