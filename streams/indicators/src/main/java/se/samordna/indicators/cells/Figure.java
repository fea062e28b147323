package se.samordna.indicators.cells;

import java.util.OptionalLong;

/**
 * A numerator and a denominator, counted. Never a percentage, so that figures add.
 *
 * @param num how many of them
 * @param den out of how many
 * @param lasted how long each took that has ended, where the indicator has a median
 */
public record Figure(long num, long den, Durations lasted) {

    public static final Figure NONE = new Figure(0, 0);

    public Figure(long num, long den) {
        this(num, den, Durations.NONE);
    }

    /** One unit. */
    public static Figure one(boolean inNumerator) {
        return new Figure(inNumerator ? 1 : 0, 1);
    }

    /** This, of one unit, which lasted so many whole local days. */
    public Figure lasting(long days) {
        return new Figure(num, den, Durations.of(Math.toIntExact(days)));
    }

    public Figure plus(Figure other) {
        return new Figure(num + other.num, den + other.den, lasted.plus(other.lasted));
    }

    public Figure minus(Figure other) {
        return new Figure(num - other.num, den - other.den, lasted.minus(other.lasted));
    }

    /** The same numerator out of another denominator, such as a population. */
    public Figure outOf(long other) {
        return new Figure(num, other, lasted);
    }

    /** In whole local days; none where nothing has lasted. */
    public OptionalLong median() {
        return lasted.median();
    }

    /** The numbers alone: a county has no median. */
    public Figure withoutMedian() {
        return lasted.isNone() ? this : new Figure(num, den);
    }

    /** The numbers and the median, and nothing more of what it was taken of: all that may leave. */
    public Figure summary() {
        OptionalLong median = median();
        return median.isEmpty() ? withoutMedian() : withoutMedian().lasting(median.getAsLong());
    }

    public boolean isNone() {
        return num == 0 && den == 0 && lasted.isNone();
    }
}
