package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Activity;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Fact;
import se.samordna.rules.Order;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.CaseworkerAssigned;
import se.samordna.rules.SocialFact.CaseworkerUnassigned;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;
import se.samordna.rules.View;

/**
 * I27: each local day of each child with an open case; in the numerator while its caseworker has left it and no other
 * come. Vakanser (Östersund A6; SoL 2025:400 22:12).
 */
record I27WithoutCaseworker() implements StateIndicator {

    @Override
    public Definition definition() {
        return Definitions.WITHOUT_CASEWORKER;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(
                InvestigationOpened.class,
                InvestigationClosed.class,
                SupportStarted.class,
                SupportEnded.class,
                PlacementStarted.class,
                PlacementEnded.class,
                CaseworkerAssigned.class,
                CaseworkerUnassigned.class);
    }

    @Override
    public Stream<Instant> changes(View facts) {
        return Stream.of(
                        cases(facts).flatMap(open -> Stream.of(open.from(), open.to())),
                        facts.of(CaseworkerAssigned.class).stream().map(Fact::at),
                        facts.of(CaseworkerUnassigned.class).stream().map(Fact::at))
                .flatMap(instants -> instants);
    }

    @Override
    public Optional<State> at(View facts, Instant t) {
        return cases(facts)
                .filter(open -> open.isActiveAt(t))
                .map(Activity::opener)
                .<Fact<?>>map(opener -> opener)
                .max(Order.FACTS)
                .map(last -> new State(last.event().municipality(), Figure.one(isWithout(facts, t))));
    }

    private static Stream<Activity> cases(View facts) {
        return Stream.of(facts.investigations(), facts.supports(), facts.placements())
                .flatMap(List::stream);
    }

    private static boolean isWithout(View facts, Instant t) {
        return Last.isSecondOf(facts.of(CaseworkerAssigned.class), facts.of(CaseworkerUnassigned.class), t);
    }
}
