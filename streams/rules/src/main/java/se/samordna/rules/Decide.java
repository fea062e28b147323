package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * From a child's facts and the clock to what each agency is to be told.
 *
 * <pre>
 * rules ─▶ spans ─▶ last begun span per anchor ─▶ status by actions ─▶ Disclose per recipient ─▶ minus told ─▶ effects
 * </pre>
 *
 * What is finally told is a function of the set of events and now; only the count of revisions knows the path.
 */
public final class Decide {

    /** The namespace of alert ids unless a deployment has a secret one of its own. */
    public static final UUID DEFAULT_NAMESPACE = UUID.fromString("ea4a326d-515e-5894-9cac-74b637de25a8");

    public Decide(Rules rules, UUID namespace) {}

    /** Judges the rules that the child's {@link Changes} or the clock concern, and clears the changes. */
    public Decision decide(Child child, Instant now, Told told) {
        throw new UnsupportedOperationException("to come");
    }

    /** Every alert that exists at an instant, in full as a whole: for look-ups, {@code explain} and tests. */
    public List<Alert> alerts(Child child, Instant now) {
        throw new UnsupportedOperationException("to come");
    }
}
