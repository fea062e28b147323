package se.samordna.rules;

import java.time.Instant;

/** One step of a {@link Script}. */
sealed interface Turn {

    /** An event comes; nobody has looked at it yet. */
    record Comes(Event event) implements Turn {}

    /** What has come is judged. */
    record Judged() implements Turn {}

    /** The app is killed after a commit and starts anew from its store. */
    record Restarted() implements Turn {}

    /** Time passes; what asks to be woken on the way is. */
    record Until(Instant then) implements Turn {}

    /** Time jumps, and only then is looked at what was due. */
    record Jumped(Instant then) implements Turn {}

    /** What has been told is held against the oracle. */
    record Checked() implements Turn {}
}
