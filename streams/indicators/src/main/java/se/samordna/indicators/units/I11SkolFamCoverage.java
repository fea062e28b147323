package se.samordna.indicators.units;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Fact;
import se.samordna.rules.Order;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SkolFamEnded;
import se.samordna.rules.SocialFact.SkolFamEnrolled;
import se.samordna.rules.Stay;
import se.samordna.rules.View;

/** I11: placed children of school age; in the numerator if enrolled in SkolFam (Östersund A3; SoL 2025:400 22:8). */
record I11SkolFamCoverage() implements StateIndicator {

    @Override
    public Definition definition() {
        return Definitions.SKOLFAM_COVERAGE;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(
                PlacementStarted.class,
                PlacementMoved.class,
                PlacementEnded.class,
                SkolFamEnrolled.class,
                SkolFamEnded.class);
    }

    @Override
    public Stream<Instant> changes(View facts) {
        return Stream.of(
                        Stay.of(facts).stream().flatMap(stay -> Stream.of(stay.from(), stay.to())),
                        facts.of(SkolFamEnrolled.class).stream().map(Fact::at),
                        facts.of(SkolFamEnded.class).stream().map(Fact::at))
                .flatMap(instants -> instants);
    }

    @Override
    public Optional<State> at(View facts, Instant t) {
        return Stay.of(facts).stream()
                .filter(stay -> stay.schoolAge() && stay.isActiveAt(t))
                .map(Stay::opener)
                .max(Order.FACTS)
                .map(last -> new State(last.event().municipality(), Figure.one(isEnrolled(facts, t))));
    }

    private static boolean isEnrolled(View facts, Instant t) {
        return Last.isFirstOf(facts.of(SkolFamEnrolled.class), facts.of(SkolFamEnded.class), t);
    }
}
