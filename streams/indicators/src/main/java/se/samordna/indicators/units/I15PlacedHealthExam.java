package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Closers;
import se.samordna.rules.Reads;
import se.samordna.rules.RegionFact.HealthExamDone;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.View;

/**
 * I15: each placement that lasts 60 days, then; in the numerator if the placed child's health has been examined by
 * then (SoL 2025:400 22:7; Sjöbo J3, Östersund A4).
 */
record I15PlacedHealthExam() implements UnitIndicator {

    private static final int DAYS = 60;

    @Override
    public Definition definition() {
        return Definitions.PLACED_HEALTH_EXAM;
    }

    @Override
    public Reads reads() {
        return new Reads.Released();
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(PlacementStarted.class, PlacementEnded.class, HealthExamDone.class);
    }

    @Override
    public List<Unit> units(View facts) {
        var examined = new Closers().addOptional(facts.of(HealthExamDone.class), HealthExamDone::placementId);
        return facts.placements().stream()
                .flatMap(placement -> {
                    Instant t = Calendar.plusDays(placement.from(), DAYS);
                    return placement.isActiveAt(t) && placement.opener().body() instanceof PlacementStarted p
                            ? Stream.of(Unit.due(
                                    placement.opener(),
                                    t,
                                    !examined.first(p.placementId(), placement.from())
                                            .isAfter(t)))
                            : Stream.empty();
                })
                .toList();
    }
}
