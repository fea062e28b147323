package se.samordna.rules;

import java.time.Instant;
import java.util.List;

/**
 * What is kept of attendance days that are forgotten: the runs that began on them, the sums that the windows of later
 * days still reach back to, and whether a line said that the child is protected.
 *
 * @param through the last folded day, as epoch day
 * @param runs in time order; the last one open if it was so at the end of {@code through}
 * @param sums of the last 55 folded days
 * @param protectedFrom {@link Span#NEVER} if no folded line said so
 */
record RunMemory(int through, List<Run> runs, DaySums sums, Instant protectedFrom) {

    static final RunMemory NONE = new RunMemory(Integer.MIN_VALUE, List.of(), new DaySums(0), Span.NEVER);

    boolean isNothing() {
        return through == Integer.MIN_VALUE;
    }
}
