package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Closers;
import se.samordna.rules.Fact;
import se.samordna.rules.R16;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.RiskAssessed;
import se.samordna.rules.View;

/**
 * I24: each investigation that a report of violence belongs to, as R16 reckons it, when it is closed; in the numerator
 * if the risk was assessed with iRiSk in it (SOSFS 2014:4; Östersund A7).
 */
record I24IriskInViolence() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.IRISK_IN_VIOLENCE;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(
                ConcernReportReceived.class, InvestigationOpened.class, InvestigationClosed.class, RiskAssessed.class);
    }

    @Override
    public List<Unit> units(View facts) {
        Set<UUID> ofViolence = R16.investigations(facts);
        var closed = new Closers().add(facts.of(InvestigationClosed.class), InvestigationClosed::investigationId);
        var assessed = new Closers().addOptional(R16.irisk(facts), RiskAssessed::investigationId);
        return facts.of(InvestigationOpened.class).stream()
                .filter(i -> ofViolence.contains(i.id()))
                .flatMap(i -> {
                    String id = i.body().investigationId();
                    return closed.closer(id, i).map(Fact::at).stream()
                            .map(t -> Unit.at(
                                    i, t, Figure.one(!assessed.first(id, i.at()).isAfter(t))));
                })
                .toList();
    }
}
