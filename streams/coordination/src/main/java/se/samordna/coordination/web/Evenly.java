package se.samordna.coordination.web;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * When an answer may leave that must not be told apart from others in the same words: a child that only others know is put
 * together before it is refused, and one nobody knows is not, which a clock could tell apart. So it leaves at the next of the
 * moments that lie {@link #APART}, counted from the question.
 */
final class Evenly {

    /** Several times what putting a child together takes. */
    static final Duration APART = Duration.ofMillis(100);

    private final long asked;

    private Evenly(long asked) {
        this.asked = asked;
    }

    /** The question has come. */
    static Evenly begin() {
        return new Evenly(System.nanoTime());
    }

    /** How long after the question an answer leaves that is ready so long after it. */
    static Duration leaves(Duration ready) {
        long apart = APART.toNanos();
        return Duration.ofNanos(Math.ceilDiv(Math.max(1, ready.toNanos()), apart) * apart);
    }

    /** Returns at the next moment; at once if the thread is to stop. */
    void await() {
        long end = asked + leaves(Duration.ofNanos(System.nanoTime() - asked)).toNanos();
        long left = end - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, left);
            left = end - System.nanoTime();
        }
    }
}
