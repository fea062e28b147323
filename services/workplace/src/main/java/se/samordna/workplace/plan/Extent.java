package se.samordna.workplace.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.query.Cell;
import se.samordna.workplace.query.Freshness;

/**
 * From when and until when a municipality is counted at all. A year or a quarter that had begun by then, or runs still, is
 * of a part of it alone, and a page that did not say so would show a small figure as a low one.
 *
 * @param first the first month there is any figure of; none if no month is among what is known
 * @param today the day the figures are of; none where that is not known
 */
record Extent(Optional<YearMonth> first, Optional<LocalDate> today) {
    /** What a municipality counts itself begins when it likes, and tells nothing of the events. */
    private static final String MEASURE = "M.";

    /** Its direct time too, which is told as a measure. */
    private static final String DIRECT_TIME = "I08";

    /** @param cells all that is known of a municipality, of every indicator: one alone may have had nothing to count */
    static Extent of(Stream<Cell> cells, Freshness fresh) {
        return new Extent(
                cells.filter(cell -> !isMeasure(cell.indicator()))
                        .flatMap(cell -> Period.of(cell.period()).stream())
                        .filter(period -> period.span() == Span.MONTH)
                        .map(Period::last)
                        .min(YearMonth::compareTo),
                fresh.asOf().map(at -> at.atZone(Moments.ZONE).toLocalDate()));
    }

    /** The same for the figures of one indicator: of a measure the municipality's office has counted the whole period. */
    Extent ofFigures(String indicator) {
        return isMeasure(indicator) ? new Extent(Optional.empty(), today) : this;
    }

    /** The month from which a period is counted, where that is not its own first. */
    Optional<YearMonth> within(Period period) {
        return first.filter(month -> month.isAfter(period.first()) && !month.isAfter(period.last()));
    }

    /** Whether a period is not over: what is published has none such. */
    boolean runs(Period period) {
        return today.filter(day -> !period.lastDay().isBefore(day)).isPresent();
    }

    private static boolean isMeasure(String indicator) {
        return indicator.startsWith(MEASURE) || indicator.equals(DIRECT_TIME);
    }
}
