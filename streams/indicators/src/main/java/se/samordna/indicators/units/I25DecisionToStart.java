package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Closers;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.SupportDecided;
import se.samordna.rules.SocialFact.SupportStarted;
import se.samordna.rules.View;

/**
 * I25: each decided support that has started, when it does; the median is of the days from the decision. Rätt insats i
 * rätt tid (Östersund A7).
 */
record I25DecisionToStart() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.DECISION_TO_START;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(SupportDecided.class, SupportStarted.class);
    }

    @Override
    public List<Unit> units(View facts) {
        var started = new Closers().add(facts.of(SupportStarted.class), SupportStarted::supportId);
        return facts.of(SupportDecided.class).stream()
                .flatMap(decided -> started.closer(decided.body().supportId(), decided).stream()
                        .map(start -> Unit.lasted(decided, decided.at(), start.at())))
                .toList();
    }
}
