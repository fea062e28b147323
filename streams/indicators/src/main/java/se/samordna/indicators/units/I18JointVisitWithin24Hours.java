package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Closers;
import se.samordna.rules.R06;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.JointVisitDone;
import se.samordna.rules.View;

/**
 * I18: each pair of R06, an incident where police met the child and the report that belongs to it, a day after the
 * later; in the numerator if the home has been visited together by then (Östersund A5).
 *
 * @param rule R06, which says what is a pair
 */
record I18JointVisitWithin24Hours(R06 rule) implements UnitIndicator {

    private static final int HOURS = 24;

    @Override
    public Definition definition() {
        return Definitions.JOINT_VISIT_IN_TIME;
    }

    @Override
    public Reads reads() {
        return new Reads.Released();
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return rule.card().concerns();
    }

    @Override
    public List<Unit> units(View facts) {
        var done = new Closers().add(facts.of(JointVisitDone.class), JointVisitDone::incidentId);
        return rule.pairs(facts).stream()
                .map(pair -> {
                    Instant t = Calendar.plusHours(pair.from(), HOURS);
                    String incident = pair.incident().body().incidentId();
                    return Unit.due(
                            pair.incident(),
                            t,
                            !done.first(incident, pair.incident().at()).isAfter(t));
                })
                .toList();
    }
}
