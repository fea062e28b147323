package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Deadline;
import se.samordna.rules.Reads;
import se.samordna.rules.Rule;
import se.samordna.rules.View;

/**
 * I06: investigations in time, as R03 reckons it: each once its last due time (four months, or what it was extended
 * to) has come; in the numerator if closed by then (SoL 2025:400 20:3). The median is of how long those took that are
 * closed by now, in time or not.
 *
 * @param rule R03
 */
record I06InvestigationWithin4Months(Rule.WithDeadlines rule) implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.INVESTIGATION_IN_TIME;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return rule.card().concerns();
    }

    @Override
    public List<Unit> units(View facts) {
        return rule.deadlines(facts).stream()
                .map(I06InvestigationWithin4Months::unit)
                .toList();
    }

    private static Unit unit(Deadline deadline) {
        Figure one = Figure.one(Unit.isInTime(deadline));
        Instant opened = deadline.anchor().at();
        Figure adds = deadline.closedAt()
                .map(closed -> one.lasting(Unit.days(opened, closed)))
                .orElse(one);
        return Unit.due(deadline.anchor(), deadline.dueAt(), adds);
    }
}
