package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Closers;
import se.samordna.rules.Fact;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.ChildConversationHeld;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.View;

/**
 * I07: each investigation when it is closed; in the numerator if a conversation with the child was held in it (art. 12
 * of the Convention on the Rights of the Child, lag 2018:1197). Barnets röst (Östersund A2, Sjöbo J1, Borås B1).
 */
record I07ChildHeard() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.CHILD_HEARD;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(InvestigationOpened.class, InvestigationClosed.class, ChildConversationHeld.class);
    }

    @Override
    public List<Unit> units(View facts) {
        var closed = new Closers().add(facts.of(InvestigationClosed.class), InvestigationClosed::investigationId);
        var held = new Closers()
                .addOptional(facts.of(ChildConversationHeld.class), ChildConversationHeld::investigationId);
        return facts.of(InvestigationOpened.class).stream()
                .flatMap(i -> {
                    String id = i.body().investigationId();
                    return closed.closer(id, i).map(Fact::at).stream()
                            .map(t -> Unit.at(
                                    i, t, Figure.one(!held.first(id, i.at()).isAfter(t))));
                })
                .toList();
    }
}
