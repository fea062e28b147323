package se.samordna.indicators.web;

import java.time.Duration;
import org.springframework.http.ResponseEntity;
import se.samordna.streams.web.Problem;

/** What can be wrong with a question for figures. */
final class Problems {

    private Problems() {}

    static Problem unknownMunicipality() {
        return Problem.of(404, "unknown-municipality", "Not found", "No municipality or county has that code.");
    }

    static Problem unknownIndicator() {
        return Problem.of(404, "unknown-indicator", "Not found", "There is no indicator of that id.");
    }

    static Problem unknownPlanArea() {
        return Problem.of(404, "unknown-area", "Not found", "The plan has no such area.");
    }

    static Problem badPeriod() {
        return Problem.of(
                400, "bad-period", "Bad request", "A period is written 2026-03, 2026-Q1, 2026 or 2026-03/R12.");
    }

    static Problem badSpan() {
        return Problem.of(400, "bad-span", "Bad request", "Figures are by month, quarter, year or rolling.");
    }

    static Problem exactNeedsMunicipality() {
        return Problem.of(400, "exact-needs-municipality", "Bad request", "Exact figures are of one municipality.");
    }

    static Problem notOwnMunicipality() {
        return Problem.of(403, "not-own-municipality", "Forbidden", "Exact figures are for the municipality itself.");
    }

    static ResponseEntity<Object> notReady(Duration retryAfter) {
        return Problem.of(503, "not-ready", "Away just now", "Figures are being moved or restored; ask again soon.")
                .response(retryAfter);
    }
}
