package se.samordna.rules;

import java.util.List;

/** One alert rule: a pure function of a child's facts. Each is a file that reads like its row. */
public interface Rule {

    Card card();

    /** The numbers that no law gives. */
    Settings settings();

    /** What the settings record of every rule has. */
    interface Settings {
        /** Told in the alert. */
        int version();
    }

    /** The intervals of every anchor, each anchor's in time order. */
    List<Span> spans(View facts);

    /** A rule with a due time for each anchor, which indicators measure too. */
    interface WithDeadlines extends Rule {
        List<Deadline> deadlines(View facts);
    }
}
