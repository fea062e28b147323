package se.samordna.indicators.cells;

/**
 * What the figures of an indicator count, as far as adding and publishing them goes.
 *
 * @param id such as I05
 * @param version from 1; a changed definition gets a new one
 * @param counts what one unit is
 * @param perPopulation whether the denominator is the municipality's children 0–17 and not the units
 */
public record Definition(String id, int version, Counts counts, boolean perPopulation) {

    /** What one unit of an indicator is, and so how its periods add. */
    public enum Counts {
        /** Things that happen: a quarter is the sum of its months. */
        EACH,
        /** Distinct children, counted anew for each period: a quarter is no sum of its months. */
        CHILDREN,
        /** A measurement as it was sent, of no child. */
        MEASURED
    }

    public CellKey cell(String municipality, Period period) {
        return new CellKey(id, version, municipality, period);
    }
}
