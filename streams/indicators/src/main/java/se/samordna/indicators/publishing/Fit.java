package se.samordna.indicators.publishing;

import se.samordna.indicators.cells.Figure;

/** Whether a figure is large enough, on both sides, that it tells nothing of one child (indicators.md, Publishing). */
final class Fit {

    private static final long LEAST_DENOMINATOR = 21;
    private static final long LEAST_PART = 5;

    private Fit() {}

    static boolean is(Figure figure) {
        return figure.den() >= LEAST_DENOMINATOR
                && isNoneOrMany(figure.num())
                && isNoneOrMany(figure.den() - figure.num());
    }

    /** Whether an exact figure is still so near the one told that to take that back would tell more than to keep it. */
    static boolean near(Figure exact, Figure told) {
        return Math.abs(exact.num() - told.num()) < LEAST_PART && Math.abs(exact.den() - told.den()) < LEAST_PART;
    }

    private static boolean isNoneOrMany(long part) {
        return part == 0 || part >= LEAST_PART;
    }
}
