package se.samordna.indicators.units;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Contributions;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.RuleId;
import se.samordna.rules.Timeliness;

/**
 * I20-Rnn: each alert of a rule that is not withdrawn, once it is due; in the numerator if by then its condition ended, or
 * a coordinator acknowledged or closed it. Uppföljning av gemensamma rutiner (Östersund A5, A7).
 *
 * <p>No indicator of a child's events: which alerts there are, and whose action on one counts, the rules alone know and
 * tell. The last they told of an alert holds, so it is all the same when it comes and how often.
 */
final class I20AlertsInTime {

    /** After the rules told something of an alert. */
    ChildSums told(Timeliness told, ChildSums before, Instant now, Contributions to) {
        ChildSums sums = before.withAlert(told.alertId(), DueAlert.of(told));
        // An alert is of one rule for ever: its id is made of it.
        return sums == before ? before : recount(told.rule(), sums, now, to);
    }

    /** When alerts that were told of have come due. */
    ChildSums timeCame(ChildSums before, Instant now, Contributions to) {
        if (before.alerts().isEmpty()) {
            return before;
        }
        ChildSums sums = before;
        for (RuleId rule : due(before, now).toList()) {
            sums = recount(rule, sums, now, to);
        }
        return sums;
    }

    private static Stream<RuleId> due(ChildSums sums, Instant now) {
        return Arrays.stream(RuleId.values())
                .filter(rule -> Optional.ofNullable(
                                sums.nextUnit().get(definition(rule).key()))
                        .filter(at -> !at.isAfter(now))
                        .isPresent());
    }

    private static ChildSums recount(RuleId rule, ChildSums sums, Instant now, Contributions to) {
        var units = sums.alerts().values().stream()
                .filter(alert -> alert.rule() == rule)
                .flatMap(DueAlert::units)
                .toList();
        Counting counted = Counting.of(units, now);
        return counted.moved(definition(rule), UnaryOperator.identity(), counted.next(), sums, to);
    }

    private static Definition definition(RuleId rule) {
        return Definitions.alertsInTime(rule);
    }
}
