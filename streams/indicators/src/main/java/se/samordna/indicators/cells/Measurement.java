package se.samordna.indicators.cells;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A figure a municipality sent, of no child.
 *
 * @param slot what it is a figure of
 * @param revision from 1; the greatest counts
 * @param id the sender's id; of equal revisions the greatest counts, as lower-case text
 * @param num none takes the figure back
 * @param den none where the measure has none
 */
public record Measurement(Slot slot, int revision, UUID id, OptionalLong num, OptionalLong den) {

    /** A municipality's measure over a period: at most one measurement of it is in force. */
    public record Slot(String municipality, String measure, Period period) {}

    // Ids compare as text everywhere: UUID.compareTo compares signed longs.
    private static final Comparator<Measurement> FORCE =
            Comparator.comparingInt(Measurement::revision).thenComparing(m -> m.id().toString());

    /** Whether this one, not the other, is in force where both were sent. */
    public boolean prevailsOver(Measurement other) {
        return FORCE.compare(this, other) > 0;
    }
}
