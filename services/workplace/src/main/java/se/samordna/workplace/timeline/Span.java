package se.samordna.workplace.timeline;

import java.time.Duration;
import java.time.Instant;

/** The stretch of time a picture shows, and where an instant lies in it. */
record Span(Instant from, Instant to) {
    static final int LEFT = 150;
    static final int RIGHT = 1100;

    /** Pixels from the left; what lies outside is drawn at the edge. */
    int x(Instant at) {
        double share = (double) Duration.between(from, at).toSeconds()
                / Math.max(1, Duration.between(from, to).toSeconds());
        return (int) Math.round(LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT));
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    boolean overlaps(Instant begin, Instant end) {
        return begin.isBefore(to) && end.isAfter(from);
    }
}
