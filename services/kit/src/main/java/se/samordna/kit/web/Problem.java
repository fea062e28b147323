package se.samordna.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import se.samordna.kit.publish.Published;

/**
 * An RFC 9457 problem. Its texts are our own: nothing of a request is ever repeated in one.
 *
 * @param code what happened, in words that stay
 * @param faults what is wrong with which field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, List<PostedFault> faults) {

    private static final int RETRY_SECONDS = 5;

    private Problem(int status, String code, String title, String detail) {
        this("about:blank", title, status, detail, code, List.of());
    }

    static Problem invalid(List<PostedFault> faults) {
        return new Problem(
                        400,
                        "invalid-event",
                        "Invalid",
                        "Nothing was stored. Every fault is listed with its field, of more than 1,000 the first.")
                .with(faults);
    }

    static Problem badRequest(String field, String code) {
        return new Problem(400, "bad-request", "Bad request", "The request itself is wrong.")
                .with(List.of(new PostedFault(field, code, OptionalInt.empty())));
    }

    static Problem otherRole() {
        return new Problem(403, "role", "Forbidden", "That is not for the role the token is of.");
    }

    static Problem otherAgency() {
        return new Problem(403, "other-agency", "Forbidden", "A token is of one agency; nobody sends as another.");
    }

    static Problem notTheirs(List<PostedFault> faults) {
        return new Problem(
                        403,
                        "not-yours-to-send",
                        "Forbidden",
                        "Nothing was stored. A token is of one agency and place; what is another's is listed.")
                .with(faults);
    }

    static Problem noGround() {
        return new Problem(
                403,
                "no-ground",
                "Forbidden",
                "No event of yours is held on that child. This says nothing of what others hold.");
    }

    static Problem unknownEvent() {
        return new Problem(404, "unknown-event", "Not found", "No such event of yours is held for that child.");
    }

    static Problem conflicting(List<PostedFault> faults) {
        return new Problem(
                        409,
                        "same-id-other-content",
                        "Conflict",
                        "An event with this id and other content is known. A correction has an id of its own.")
                .with(faults);
    }

    static Problem tooLarge(List<PostedFault> faults) {
        return new Problem(413, "too-large", "Too large", "An event has room for 64 KiB, a request for 8 MiB.")
                .with(faults);
    }

    static Problem tooMany() {
        return new Problem(
                413,
                "too-many-events",
                "Too many",
                "Nothing was stored. A request has room for 10,000 events; send the rest in another.");
    }

    static Problem notJson() {
        return new Problem(415, "unsupported-media-type", "Not JSON", "Events are sent as application/json.");
    }

    static Problem away(Published.Missing missing) {
        String code = switch (missing) {
            case BROKER -> "broker-away";
            case REGISTRY -> "registry-away";
            case SCHEMA -> "schema-not-registered";
        };
        return new Problem(
                503, code, "Away just now", "Not known to be stored. Sending the same again is always safe.");
    }

    static Problem storeAway() {
        return new Problem(503, "store-away", "Away just now", "The state of events cannot be told at the moment.");
    }

    /** A problem found before any handler of ours. */
    static Problem of(int status, String code, String title) {
        return new Problem(status, code, title, "");
    }

    private Problem with(List<PostedFault> all) {
        return new Problem(type, title, status, detail, code, List.copyOf(all));
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
