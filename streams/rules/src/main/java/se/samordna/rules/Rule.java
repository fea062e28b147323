package se.samordna.rules;

import java.util.List;
import java.util.Set;

/** One alert rule: a pure function of a child's facts. Each is a file that reads like its row. */
public interface Rule {

    Card card();

    /** The numbers that no law gives. */
    Settings settings();

    /** What the settings record of every rule has. */
    interface Settings {
        /** Told in the alert. */
        int version();

        /** Why numbers that are each in range do not go together; empty if they do. */
        default List<String> contradictions() {
            return List.of();
        }
    }

    /** The intervals of every anchor, each anchor's in time order. */
    List<Span> spans(View facts);

    /** The types of the events that end what an anchor's alert is about: what it waits for. */
    default Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return card().concerns();
    }

    /** How much there was of what the row asks for, where a person would ask; {@link Explain} tells the rest. */
    default List<Condition> conditions(Span span, View facts) {
        return List.of();
    }

    /** A rule with a due time for each anchor, which indicators measure too. */
    interface WithDeadlines extends Rule {
        List<Deadline> deadlines(View facts);
    }
}
