package se.samordna.indicators.cells;

/**
 * A numerator and a denominator, counted. Never a percentage, so that figures add.
 *
 * @param num how many of them
 * @param den out of how many
 */
public record Figure(long num, long den) {

    public static final Figure NONE = new Figure(0, 0);

    public Figure plus(Figure other) {
        return new Figure(num + other.num, den + other.den);
    }

    public Figure minus(Figure other) {
        return new Figure(num - other.num, den - other.den);
    }

    /** The same numerator out of another denominator, such as a population. */
    public Figure outOf(long other) {
        return new Figure(num, other);
    }

    public boolean isNone() {
        return num == 0 && den == 0;
    }
}
