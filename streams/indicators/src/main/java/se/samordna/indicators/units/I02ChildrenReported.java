package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.View;

/**
 * I02: children with a report of concern in the period, out of the municipality's children. A child is counted once
 * however often reported, since reports are about twice as many as children.
 */
record I02ChildrenReported() implements UnitIndicator {

    private static final Figure ONE = new Figure(1, 0);

    @Override
    public Definition definition() {
        return Definitions.CHILDREN_REPORTED;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(ConcernReportReceived.class);
    }

    @Override
    public List<Unit> units(View facts) {
        return facts.of(ConcernReportReceived.class).stream()
                .map(report -> Unit.at(report, ONE))
                .toList();
    }

    @Override
    public Figure ofChild(Figure reports) {
        return reports.num() > 0 ? ONE : Figure.NONE;
    }
}
