package se.samordna.indicators.units;

import java.time.Instant;
import java.time.YearMonth;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.rules.Calendar;
import se.samordna.rules.Deadline;
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

    /** A unit at its anchor's own instant. */
    static Unit at(Fact<?> anchor, Figure adds) {
        return at(anchor, anchor.at(), adds);
    }

    /** A unit at the instant of another event. */
    static Unit at(Fact<?> anchor, Instant t, Figure adds) {
        return new Unit(anchor.event().municipality(), t, Period.monthOf(t), adds);
    }

    /** A unit at a due time, which falls where the millisecond before it falls. */
    static Unit due(Fact<?> anchor, Instant dueAt, Figure adds) {
        return new Unit(anchor.event().municipality(), dueAt, Period.monthOfDue(dueAt), adds);
    }

    static Unit due(Fact<?> anchor, Instant dueAt, boolean inNumerator) {
        return due(anchor, dueAt, Figure.one(inNumerator));
    }

    /** A deadline: in the numerator if closed by then. */
    static Unit due(Deadline deadline) {
        return due(deadline.anchor(), deadline.dueAt(), isInTime(deadline));
    }

    static boolean isInTime(Deadline deadline) {
        return deadline.closedAt()
                .filter(closed -> !closed.isAfter(deadline.dueAt()))
                .isPresent();
    }

    /** A unit at the instant of an event that ends a wait, of whose length the median is taken. */
    static Unit lasted(Fact<?> anchor, Instant begin, Instant end) {
        return at(anchor, end, Figure.one(true).lasting(days(begin, end)));
    }

    /** From one to the other in whole local days. */
    static long days(Instant begin, Instant end) {
        return Calendar.day(end).toEpochDay() - Calendar.day(begin).toEpochDay();
    }
}
