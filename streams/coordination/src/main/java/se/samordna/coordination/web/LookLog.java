package se.samordna.coordination.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.coordination.running.CoordinationRuntime;
import se.samordna.platform.Access;
import se.samordna.streams.web.Problem;

/** Writes down who looked at which child, or tried to. */
@Component
final class LookLog {

    /** Stands for the child in an entry that is of none: a refusal of a whole list, an alert that there is not. */
    static final UUID NO_CHILD = new UUID(0, 0);

    private static final Logger LOG = LoggerFactory.getLogger(LookLog.class);

    private final CoordinationRuntime runtime;
    private final Clock wallClock;

    LookLog(CoordinationRuntime runtime, Clock wallClock) {
        this.runtime = runtime;
        this.wallClock = wallClock;
    }

    /** Of an entry in the access log, what is the same for all children looked at. */
    record Line(String who, String role, String purpose, String result) {

        /** Without a token all that is known of who asks is the machine and the agency it asks as. */
        static Line of(Asker asker, String result) {
            return asker.signedIn()
                    .map(Presence.SignedIn::caller)
                    .map(caller -> of(caller, asker.purpose(), result))
                    .orElseGet(() -> new Line("local", asker.agency().name(), asker.purpose(), result));
        }

        /** Of a caller who may not ask that at all. */
        static Line denied(Caller caller, String purpose) {
            return of(caller, purpose, "DENIED");
        }

        /** Of this machine, asking as what is no agency. */
        static Line ofNobody(String purpose) {
            return new Line("local", "UNKNOWN", purpose, "DENIED");
        }

        private static Line of(Caller caller, String purpose, String result) {
            return new Line(caller.subject(), caller.role().word(), purpose, result);
        }
    }

    /** Whether it has been logged that the asker was shown something of these children. */
    boolean granted(Asker asker, Collection<UUID> children, String what) {
        return written(Line.of(asker, "GRANTED"), what, children);
    }

    /**
     * Logs that the asker was not shown what there is, or that there is nothing, which takes as long. Where that cannot be
     * logged the answer stays what it is: nothing is shown, and another answer would tell that there is something.
     */
    void unshown(Line line, String what, UUID child) {
        if (!written(line, what, List.of(child))) {
            LOG.warn("a refusal could not be logged");
        }
    }

    /** The refusal of what is of no one child, once it has been logged. */
    ResponseEntity<Object> refused(Line line, String what, Problem refusal) {
        return (written(line, what, List.of(NO_CHILD)) ? refusal : Problems.accessLogAway()).response();
    }

    /** Whether an entry for each of these children has been acknowledged. */
    boolean written(Line line, String what, Collection<UUID> children) {
        Instant at = wallClock.instant().truncatedTo(ChronoUnit.MILLIS);
        return runtime.accesses()
                .written(children.stream()
                        .distinct()
                        .map(child -> new Access(line.who, line.role, line.purpose, what, at, line.result, child))
                        .toList());
    }
}
