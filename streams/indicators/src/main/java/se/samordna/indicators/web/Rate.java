package se.samordna.indicators.web;

import java.util.Optional;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;

/**
 * What a printed cell comes to. Made of it and nothing else, so that it tells no more.
 *
 * @param value rounded to two decimals
 * @param unit PERCENT, PER_1000 children, RATIO, so many for each, or DAYS, the median
 */
record Rate(double value, String unit) {

    static final String PERCENT = "PERCENT";
    static final String PER_1000 = "PER_1000";
    static final String RATIO = "RATIO";
    static final String DAYS = "DAYS";

    /** None of a cell that is suppressed or has no denominator. */
    static Optional<Rate> of(CellDocument cell) {
        Long num = cell.num();
        Long den = cell.den();
        if (num == null || den == null || den == 0) {
            return Optional.empty();
        }
        String unit = unit(cell.indicator());
        Long median = cell.median();
        if (unit.equals(DAYS)) {
            return median == null ? Optional.empty() : Optional.of(new Rate(median, DAYS));
        }
        double whole = switch (unit) {
            case PER_1000 -> 1000;
            case RATIO -> 1;
            default -> 100;
        };
        double value = whole * num / den;
        return Optional.of(new Rate(Math.round(value * 100) / 100.0, unit));
    }

    static String unit(String indicator) {
        Optional<Definition> definition = Definitions.byId(indicator);
        if (definition.filter(Definition::medianAlone).isPresent()) {
            return DAYS;
        }
        if (Definitions.isRatio(indicator)) {
            return RATIO;
        }
        return Definitions.isPer1000(indicator) ? PER_1000 : PERCENT;
    }
}
