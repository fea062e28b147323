package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Body;
import se.samordna.rules.Reads;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialCode.PlacementKind;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.Span;
import se.samordna.rules.Stay;
import se.samordna.rules.View;

/**
 * I28: each stay at a state institution (SiS) when it has ended; in the numerator if there is a coordinated plan (SIP)
 * then (Borås B3; LVU 1990:52).
 */
record I28DischargedWithSip() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.DISCHARGED_WITH_SIP;
    }

    @Override
    public Reads reads() {
        return new Reads.Released();
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(
                PlacementStarted.class, PlacementMoved.class, PlacementEnded.class, SipStarted.class, SipClosed.class);
    }

    @Override
    public List<Unit> units(View facts) {
        return Stay.of(facts).stream()
                .filter(stay -> stay.kind() == PlacementKind.SIS && !stay.to().equals(Span.NEVER))
                .map(stay -> Unit.at(stay.opener(), stay.to(), Figure.one(I17OverlapWithSip.hasPlan(facts, stay.to()))))
                .toList();
    }
}
