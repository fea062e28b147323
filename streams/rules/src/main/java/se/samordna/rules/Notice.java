package se.samordna.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice to another agency: a code, the child, the due time, and nothing from which more could be read.
 *
 * @param code as {@code sip-proposed}
 * @param status OPEN, RESOLVED or WITHDRAWN
 * @param dueAt the end of the local day of the alert's due time
 */
public record Notice(UUID alertId, UUID childId, String code, Status status, Instant dueAt) implements Telling {

    Notice withdrawn() {
        return new Notice(alertId, childId, code, Status.WITHDRAWN, dueAt);
    }
}
