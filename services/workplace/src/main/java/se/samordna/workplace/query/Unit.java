package se.samordna.workplace.query;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a figure comes to. */
public enum Unit {
    PERCENT,
    PER_1000,
    /** So many for each, such as staff per manager. */
    RATIO,
    /** A median, in whole local days. */
    DAYS;

    /** The one that goes by this word; a share where it is none that is known here. */
    public static Unit of(String word) {
        return switch (word) {
            case "PER_1000" -> PER_1000;
            case "RATIO" -> RATIO;
            case "DAYS" -> DAYS;
            default -> PERCENT;
        };
    }

    /** What a cell comes to; none of one that is suppressed or has no denominator. */
    public OptionalDouble of(Cell cell) {
        if (cell.suppressed() || cell.num().isEmpty() || cell.den().orElse(0) == 0) {
            return OptionalDouble.empty();
        }
        OptionalLong median = cell.median();
        if (this == DAYS) {
            return median.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) median.getAsLong());
        }
        double whole = switch (this) {
            case PER_1000 -> 1_000;
            case RATIO -> 1;
            case PERCENT, DAYS -> 100;
        };
        return OptionalDouble.of(whole * cell.num().getAsLong() / cell.den().getAsLong());
    }
}
