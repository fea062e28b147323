package se.samordna.rules;

import java.util.List;

/** One alert rule: a pure function of a child's facts. Each is a file that reads like its row. */
public interface Rule {

    Card card();

    /** The numbers that no law gives; a record whose first component is its {@code version}. */
    Record settings();

    /** The intervals of every anchor, each anchor's in time order. */
    List<Span> spans(View facts);

    /** A rule with a due time for each anchor, which indicators measure too. */
    interface WithDeadlines extends Rule {
        List<Deadline> deadlines(View facts);
    }
}
