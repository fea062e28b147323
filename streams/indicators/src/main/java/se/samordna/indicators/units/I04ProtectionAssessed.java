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
 * I04: protection assessed in time, as R01 reckons it: each report once its due time has come; in the numerator if
 * assessed by then (SoL 2025:400 20:1).
 *
 * @param rule R01
 */
record I04ProtectionAssessed(Rule.WithDeadlines rule) implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.PROTECTION_IN_TIME;
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
