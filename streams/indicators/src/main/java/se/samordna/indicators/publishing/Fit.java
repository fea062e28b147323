package se.samordna.indicators.publishing;

import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Figure;

/**
 * Whether a figure is large enough, on both sides, that it tells nothing of one child (indicators.md, Publishing).
 *
 * @param ofOneChild how many units one child can be: where days are counted, so many for each that is asked for
 */
record Fit(long ofOneChild) {

    private static final long LEAST_DENOMINATOR = 21;
    private static final long LEAST_PART = 5;

    /** Of a cell of that indicator. */
    static Fit of(Definition definition, CellKey cell) {
        return new Fit(definition.unitsOfOneChild(cell.period()));
    }

    boolean is(Figure figure) {
        return figure.den() >= LEAST_DENOMINATOR * ofOneChild
                && isNoneOrMany(figure.num())
                && isNoneOrMany(figure.den() - figure.num());
    }

    /** What may be seen of a figure that is fit: a median of few lies on one of them. */
    static Figure seen(Figure figure) {
        return figure.lasted().count() < LEAST_PART ? figure.withoutMedian() : figure.summary();
    }

    /** Whether an exact figure is still so near the one told that to take that back would tell more than to keep it. */
    boolean near(Figure exact, Figure told) {
        long far = LEAST_PART * ofOneChild;
        return Math.abs(exact.num() - told.num()) < far && Math.abs(exact.den() - told.den()) < far;
    }

    private boolean isNoneOrMany(long part) {
        return part == 0 || part >= LEAST_PART * ofOneChild;
    }
}
