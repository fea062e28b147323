package se.samordna.rules;

import java.time.Instant;

/**
 * A child as it was known at an earlier instant: of everything held, what had been received by then. A correction or a
 * retraction that came later has not happened in it, nor has a fact that came late.
 *
 * <p>It is a child of its own under one id: what siblings and former ids told has no instant at which it came, and stays
 * out. School days that are forgotten ({@link Memory}) are not in it either, but the runs of absence that they made are.
 */
public final class Known {

    private Known() {}

    /**
     * Puts it together.
     *
     * @param child as it is held now; left as it is
     * @param then not after its now
     */
    public static Child at(Child child, Memory memory, Instant then) {
        Child known = Child.empty(child.childId(), memory);
        child.runs().ifPresent(known::restoreRuns);
        child.copies().all().stream()
                .filter(held -> !held.copy().receivedAt().isAfter(then))
                .forEach(known::restore);
        AttendanceLog lines = child.attendance().log();
        for (int i = 0; i < lines.size(); i++) {
            Event line = lines.event(i);
            if (!line.receivedAt().isAfter(then)) {
                known.accept(line, line.receivedAt()); // as it came: by then an old one may have been forgotten
            }
        }
        return known;
    }
}
