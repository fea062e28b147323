package se.samordna.indicators.cells;

import java.util.List;

/**
 * What an indicator is, under one version.
 *
 * @param id such as I05
 * @param version from 1; a changed definition is a new version
 * @param counts what one unit is
 * @param perPopulation whether the denominator is the municipality's children 0–17 and not the units
 * @param medianAlone whether its median is all it tells: numerator and denominator are both the units
 * @param name what it is called
 * @param areas of the plans it belongs to, such as A7 or J3
 */
public record Definition(
        String id,
        int version,
        Counts counts,
        boolean perPopulation,
        boolean medianAlone,
        Name name,
        List<String> areas) {

    /** In Swedish and English. */
    public record Name(String sv, String en) {}

    /** What one unit of an indicator is, and so how its periods add. */
    public enum Counts {
        /** Things that happen: a quarter is the sum of its months. */
        EACH,
        /** Local days of children in a state: a month is the sum of its days, as a quarter of its months. */
        DAYS,
        /** Distinct children, counted anew for each period: a quarter is no sum of its months. */
        CHILDREN,
        /** Distinct children in a state at a period's end: a quarter is its last month. */
        STATE,
        /** A measurement as it was sent, of no child. */
        MEASURED
    }

    /** Whether its cells count no child, so that they are printed as they are. */
    public boolean ofNoChild() {
        return counts == Counts.MEASURED;
    }

    /** How many units one child can be in a period, where a unit is a part of a child's time and not a thing of its own. */
    public int unitsOfOneChild(Period period) {
        return counts == Counts.DAYS ? period.days() : 1;
    }

    /** Whether its cells are of distinct children, so that only years of it are printed. */
    public boolean ofDistinctChildren() {
        return counts == Counts.CHILDREN || counts == Counts.STATE;
    }

    /** Its id, with its version where that is not the first: what a child's sums and what they wait for go by. */
    public String key() {
        return version == 1 ? id : id + "@" + version;
    }

    public CellKey cell(String municipality, Period period) {
        return new CellKey(id, version, municipality, period);
    }
}
