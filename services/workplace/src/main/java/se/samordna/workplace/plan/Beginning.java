package se.samordna.workplace.plan;

import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import se.samordna.workplace.query.Cell;

/**
 * From when a municipality is counted at all. A year or a quarter that had begun by then is of a part of it alone, and a
 * page that did not say so would show a small figure as a low one.
 *
 * @param first the first month there is any figure of; none if no month is among what is known
 */
record Beginning(Optional<YearMonth> first) {
    /** What a municipality counts itself begins when it likes, and tells nothing of the events. */
    private static final String MEASURE = "M.";

    /** Its direct time too, which is told as a measure. */
    private static final String DIRECT_TIME = "I08";

    /** @param cells all that is known of a municipality, of every indicator: one alone may have had nothing to count */
    static Beginning of(Stream<Cell> cells) {
        return new Beginning(cells.filter(cell -> !isMeasure(cell.indicator()))
                .flatMap(cell -> Period.of(cell.period()).stream())
                .filter(period -> period.span() == Span.MONTH)
                .map(Period::last)
                .min(YearMonth::compareTo));
    }

    /** The same for the figures of one indicator: of a measure the municipality's office has counted the whole period. */
    Beginning ofFigures(String indicator) {
        return isMeasure(indicator) ? new Beginning(Optional.empty()) : this;
    }

    /** The month from which a period is counted, where that is not its own first. */
    Optional<YearMonth> within(Period period) {
        return first.filter(month -> month.isAfter(period.first()) && !month.isAfter(period.last()));
    }

    private static boolean isMeasure(String indicator) {
        return indicator.startsWith(MEASURE) || indicator.equals(DIRECT_TIME);
    }
}
