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
 * I01: each report of concern, out of the municipality's children. Orosanmälningar per 1 000 barn (Östersund A7, Sjöbo
 * J3).
 */
record I01ReportsPer1000() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.REPORTS;
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
                .map(report -> Unit.at(report, new Figure(1, 0)))
                .toList();
    }
}
