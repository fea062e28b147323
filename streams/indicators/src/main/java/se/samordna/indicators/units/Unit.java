package se.samordna.indicators.units;

import java.time.Instant;
import java.time.YearMonth;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.rules.Fact;

/**
 * One thing an indicator counts: where its anchor's effective copy lies, from when it counts, in which month, and what
 * it adds.
 *
 * @param municipality of the anchor, so that a move of the child moves nothing
 * @param from it counts once the child's clock has come here
 * @param month the local month it counts in
 * @param adds to numerator and denominator
 */
public record Unit(String municipality, Instant from, YearMonth month, Figure adds) {

    /** A unit at an event's own instant. */
    static Unit at(Fact<?> anchor, Figure adds) {
        return new Unit(anchor.event().municipality(), anchor.at(), Period.monthOf(anchor.at()), adds);
    }

    /** A unit at a due time, which falls where the millisecond before it falls. */
    static Unit due(Fact<?> anchor, Instant dueAt, boolean inNumerator) {
        return new Unit(
                anchor.event().municipality(), dueAt, Period.monthOfDue(dueAt), new Figure(inNumerator ? 1 : 0, 1));
    }
}
