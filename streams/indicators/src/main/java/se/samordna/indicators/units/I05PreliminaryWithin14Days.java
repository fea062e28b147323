package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Reads;
import se.samordna.rules.Rule;
import se.samordna.rules.View;

/**
 * I05: preliminary assessments in time, as R02 reckons it: each report with no open investigation once its last due
 * time (14 days, or what it was extended to) has come; in the numerator if decided, or an investigation opened, by
 * then (SoL 2025:400 20:2).
 *
 * @param rule R02
 */
record I05PreliminaryWithin14Days(Rule.WithDeadlines rule) implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.PRELIMINARY_IN_TIME;
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
        return rule.deadlines(facts).stream().map(Unit::due).toList();
    }
}
