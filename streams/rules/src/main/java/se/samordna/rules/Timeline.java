package se.samordna.rules;

import java.time.Instant;
import java.util.List;

/** A child's facts in order with what the gate says of each, as one agency may see them. */
public final class Timeline {

    /** A fact and whether it takes part where agencies are joined. */
    public record Entry(Fact<?> fact, GateStatus gate) {}

    private Timeline() {}

    /** The asker's own facts and, to social services, the released ones of the others; redacted if the child is protected. */
    public static List<Entry> of(Child child, Instant now, Agency asker) {
        throw new UnsupportedOperationException("to come");
    }
}
