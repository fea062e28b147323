package se.samordna.rules;

import java.time.LocalDate;
import java.util.Set;

/** What the events accepted since the last {@link #clear} changed among a child's facts; nothing after a duplicate. */
public final class Changes {

    /** The types of the facts that came, went or changed, now or in the future. */
    public Set<Class<? extends Body>> types() {
        throw new UnsupportedOperationException("to come");
    }

    /** The local days whose attendance changed. */
    public Set<LocalDate> days() {
        throw new UnsupportedOperationException("to come");
    }

    public boolean nothing() {
        throw new UnsupportedOperationException("to come");
    }

    /** Called when the change has been acted on; {@link Decide} does it itself. */
    public void clear() {
        throw new UnsupportedOperationException("to come");
    }
}
