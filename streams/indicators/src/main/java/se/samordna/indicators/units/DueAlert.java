package se.samordna.indicators.units;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.rules.RuleId;
import se.samordna.rules.Timeliness;
import se.samordna.rules.Timeliness.Answered;

/**
 * What the rules last told of an alert that there is.
 *
 * @param municipality the alert's; empty if its rule knows of none (R17)
 * @param inTime whether it was answered by its due time
 */
public record DueAlert(RuleId rule, String municipality, Instant dueAt, boolean inTime) {

    /** None of an alert that is withdrawn. */
    static Optional<DueAlert> of(Timeliness told) {
        return told.answered() == Answered.WITHDRAWN
                ? Optional.empty()
                : Optional.of(new DueAlert(
                        told.rule(), told.municipality(), told.dueAt(), told.answered() == Answered.IN_TIME));
    }

    /** Counted where the alert is, in the month of its due time; one of no municipality nowhere. */
    Stream<Unit> units() {
        return municipality.isEmpty()
                ? Stream.empty()
                : Stream.of(new Unit(municipality, dueAt, Period.monthOfDue(dueAt), Figure.one(inTime)));
    }
}
