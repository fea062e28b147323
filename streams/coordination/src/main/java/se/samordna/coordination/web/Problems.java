package se.samordna.coordination.web;

import se.samordna.streams.web.Problem;

/** What a question on a child or an alert may come to instead of an answer. */
final class Problems {

    private Problems() {}

    static Problem badRequest(String field) {
        return Problem.of(400, "bad-request", "Bad request", "Wrong or missing: " + field + ".");
    }

    /**
     * The one refusal, word for word the same whatever is held and of whom: of a child nobody knows, a child that only
     * others know, and whatever an agency there is none of asks for.
     */
    static Problem noGround() {
        return Problem.of(
                403,
                "no-ground",
                "Forbidden",
                "An agency sees a child that it has events of its own on. This says nothing of what is held.");
    }

    static Problem otherAgency() {
        return Problem.of(403, "other-agency", "Forbidden", "A token is of one agency; nobody asks as another.");
    }

    static Problem otherRole() {
        return Problem.of(
                403, "role", "Forbidden", "That is not for the role the token is of. It says nothing of what is held.");
    }

    static Problem otherMunicipality() {
        return Problem.of(403, "other-municipality", "Forbidden", "A token is of a place; this is another's.");
    }

    static Problem unknownChild() {
        return Problem.of(404, "unknown-child", "Not found", "Nothing is held of that child that the asker may see.");
    }

    static Problem unknownEvent() {
        return Problem.of(404, "unknown-event", "Not found", "No such event of the asker's is held for that child.");
    }

    static Problem unknownAlert() {
        return Problem.of(404, "unknown-alert", "Not found", "No such alert has been told to the asker.");
    }

    static Problem notReady() {
        return Problem.of(
                503, "not-ready", "Not ready", "State is being moved or restored. It says nothing of what is held.");
    }

    static Problem logAway() {
        return Problem.of(
                503, "log-away", "Away just now", "The log cannot be read. It says nothing of what is written there.");
    }

    static Problem busy() {
        return Problem.of(503, "busy", "Busy", "So many are reading the log already. Ask again in a moment.");
    }

    static Problem accessLogAway() {
        return Problem.of(503, "access-log-away", "Away just now", "Nothing is shown that cannot be logged.");
    }
}
